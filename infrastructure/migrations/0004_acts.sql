-- Acts: what one request recorded, found again by its key, for ever; and the one way to record.

CREATE TABLE zielsteuerung.act (
    actor text NOT NULL,
    key text NOT NULL,
    digest text NOT NULL,
    first_position bigint NOT NULL,
    last_position bigint NOT NULL,
    PRIMARY KEY (actor, key),
    CHECK (first_position <= last_position)
);

CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON zielsteuerung.act
FOR EACH ROW EXECUTE FUNCTION zielsteuerung.refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON zielsteuerung.act
FOR EACH STATEMENT EXECUTE FUNCTION zielsteuerung.refuse_change();
ALTER TABLE zielsteuerung.act ENABLE ALWAYS TRIGGER refuse_change;
ALTER TABLE zielsteuerung.act ENABLE ALWAYS TRIGGER refuse_truncate;

-- One round trip: lock the head, remember the act, stamp, insert in order, erase a person's name, wake the readers.
-- Each entry is stamped a microsecond after the one before. The stamp's 27 bytes replace those at stamp_at (counted
-- from 0); NULL leaves the entry as it is.
CREATE FUNCTION zielsteuerung.record_events(
    events zielsteuerung.stored_event_text[],
    stamp_at int[],
    clock timestamptz,
    act_actor text,
    act_key text,
    act_digest text,
    erased_person text
) RETURNS TABLE (recorded_position bigint, recorded_at timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    head zielsteuerung.log_head;
    stamps timestamptz[];
BEGIN
    SELECT * INTO STRICT head FROM zielsteuerung.log_head FOR UPDATE;
    IF clock > clock_timestamp() + interval '5 minutes' AND NOT head.clock_may_lead THEN
        RAISE EXCEPTION 'The clock runs ahead of the database.' USING ERRCODE = 'datetime_field_overflow';
    END IF;
    SELECT array_agg(greatest(clock, head.last_recorded_at + interval '1 microsecond')
                     + (number - 1) * interval '1 microsecond')
    INTO stamps FROM generate_series(1, cardinality(events)) AS number;

    IF act_key IS NOT NULL THEN
        INSERT INTO zielsteuerung.act
        VALUES (act_actor, act_key, act_digest, head.size + 1, head.size + cardinality(events));
    END IF;

    INSERT INTO zielsteuerung.stored_events (originator_id, originator_version, topic, state)
    SELECT event.originator_id, event.originator_version, event.topic,
        CASE WHEN event.place IS NULL THEN event.state
        ELSE overlay(event.state PLACING convert_to(
            to_char(event.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'UTF8'
        ) FROM event.place + 1) END
    FROM unnest(events, stamp_at, stamps) WITH ORDINALITY
        AS event(originator_id, originator_version, topic, state, place, recorded_at, number)
    ORDER BY event.number;

    UPDATE zielsteuerung.log_head SET last_recorded_at = stamps[cardinality(stamps)];
    UPDATE zielsteuerung.person
    SET title = NULL, given_name = NULL, family_name = NULL, salt = NULL, erased_at = stamps[1]
    WHERE id = erased_person AND erased_at IS NULL;
    NOTIFY stored_events;

    RETURN QUERY SELECT head.size + stamp.number, stamp.at
    FROM unnest(stamps) WITH ORDINALITY AS stamp(at, number);
END
$$;
REVOKE ALL ON FUNCTION zielsteuerung.record_events FROM PUBLIC;
