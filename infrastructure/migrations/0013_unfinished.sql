-- What somebody typed and has not recorded yet: theirs alone, and gone once recorded or old. No part of the log.
CREATE TABLE zielsteuerung.unfinished (
    person text NOT NULL,
    about text NOT NULL,
    typed jsonb NOT NULL,
    content bytea,
    saved_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (person, about)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON zielsteuerung.unfinished TO zielsteuerung_service;
