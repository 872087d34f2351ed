-- The log: events, their dense positions in commit order, and the Merkle tree of RFC 9162 over them.

-- Code points order stream ids, whatever the server's language, so that a prefix is a range of the index.
CREATE TABLE zielsteuerung.stored_events (
    originator_id text COLLATE "C" NOT NULL,
    originator_version bigint NOT NULL,
    topic text NOT NULL,
    state bytea NOT NULL,
    notification_id bigint NOT NULL UNIQUE,
    PRIMARY KEY (originator_id, originator_version)
);

-- The event store library's name for what a writer hands over.
CREATE TYPE zielsteuerung.stored_event_text AS (
    originator_id text,
    originator_version bigint,
    topic text,
    state bytea
);

-- A writer's clock that runs ahead would carry every later entry with it; only a play with a movable clock may.
-- Whoever writes holds this row's lock until the commit: that is what makes positions dense and in commit order.
CREATE TABLE zielsteuerung.log_head (
    size bigint NOT NULL CHECK (size >= 0),
    last_recorded_at timestamptz NOT NULL,
    clock_may_lead boolean NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX log_head_is_one_row ON zielsteuerung.log_head ((true));
INSERT INTO zielsteuerung.log_head VALUES (0, '-infinity');

-- Only complete subtrees; "index" counts the nodes of a level from 0, so position 1 is leaf 0.
CREATE TABLE zielsteuerung.tree_node (
    level smallint NOT NULL,
    index bigint NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (level, index)
);

-- Runs as owner, because the service may write neither head nor tree; does not look into the entry.
CREATE FUNCTION zielsteuerung.take_position() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    at_level smallint := 0;
    at_index bigint;
    node bytea := sha256('\x00'::bytea || NEW.state);
BEGIN
    UPDATE zielsteuerung.log_head SET size = size + 1 RETURNING size INTO STRICT NEW.notification_id;
    at_index := NEW.notification_id - 1;
    INSERT INTO zielsteuerung.tree_node VALUES (at_level, at_index, node);
    WHILE at_index % 2 = 1 LOOP
        SELECT sha256('\x01'::bytea || sibling.hash || node) INTO STRICT node
        FROM zielsteuerung.tree_node AS sibling
        WHERE sibling.level = at_level AND sibling.index = at_index - 1;
        at_level := at_level + 1;
        at_index := at_index / 2;
        INSERT INTO zielsteuerung.tree_node VALUES (at_level, at_index, node);
    END LOOP;
    RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION zielsteuerung.take_position() FROM PUBLIC;

CREATE TRIGGER take_position BEFORE INSERT ON zielsteuerung.stored_events
FOR EACH ROW EXECUTE FUNCTION zielsteuerung.take_position();
ALTER TABLE zielsteuerung.stored_events ENABLE ALWAYS TRIGGER take_position;
