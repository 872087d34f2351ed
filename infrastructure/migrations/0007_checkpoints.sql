-- Checkpoints: signed statements of what the log held, and what the log is called in them.

-- Chosen at the first checkpoint; another database, also a sample, has another one.
CREATE TABLE zielsteuerung.log_origin (
    origin text COLLATE "C" NOT NULL
);
CREATE UNIQUE INDEX log_origin_is_one_row ON zielsteuerung.log_origin ((true));

CREATE TABLE zielsteuerung.checkpoint (
    size bigint PRIMARY KEY CHECK (size >= 0),
    note text NOT NULL,
    made_at timestamptz NOT NULL,
    occasion text NOT NULL
);

CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON zielsteuerung.log_origin
FOR EACH ROW EXECUTE FUNCTION zielsteuerung.refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON zielsteuerung.log_origin
FOR EACH STATEMENT EXECUTE FUNCTION zielsteuerung.refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON zielsteuerung.checkpoint
FOR EACH ROW EXECUTE FUNCTION zielsteuerung.refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON zielsteuerung.checkpoint
FOR EACH STATEMENT EXECUTE FUNCTION zielsteuerung.refuse_change();
ALTER TABLE zielsteuerung.log_origin ENABLE ALWAYS TRIGGER refuse_change;
ALTER TABLE zielsteuerung.log_origin ENABLE ALWAYS TRIGGER refuse_truncate;
ALTER TABLE zielsteuerung.checkpoint ENABLE ALWAYS TRIGGER refuse_change;
ALTER TABLE zielsteuerung.checkpoint ENABLE ALWAYS TRIGGER refuse_truncate;

-- What the last verification found: no source, but what a health state is made of.
CREATE TABLE zielsteuerung.last_verification (
    verified_at timestamptz NOT NULL,
    size bigint NOT NULL,
    says text NOT NULL
);
CREATE UNIQUE INDEX last_verification_is_one_row ON zielsteuerung.last_verification ((true));

GRANT SELECT, INSERT ON zielsteuerung.log_origin, zielsteuerung.checkpoint TO zielsteuerung_service;
GRANT SELECT, INSERT, UPDATE ON zielsteuerung.last_verification TO zielsteuerung_service;
