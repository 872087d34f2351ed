-- Calendars somebody subscribed to: whose due items are shown, by the hash of a secret address. No part of the log.
CREATE TABLE zielsteuerung.calendar (
    id uuid PRIMARY KEY,
    -- The eyes it sees with: those of whom it belongs to, when it was made.
    person text COLLATE "C" NOT NULL,
    role text NOT NULL,
    party text,
    scope text NOT NULL,
    digest bytea NOT NULL UNIQUE CHECK (length(digest) = 32),
    created_at timestamptz NOT NULL
);
CREATE INDEX calendar_person ON zielsteuerung.calendar (person);

GRANT SELECT, INSERT, DELETE ON zielsteuerung.calendar TO zielsteuerung_service;
