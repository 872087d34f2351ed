-- Webhooks: who wants to be told of what he may see, where, and how far he has been told. No part of the log.

CREATE TABLE zielsteuerung.webhook (
    id uuid PRIMARY KEY,
    -- The eyes it sees with: those of whom it belongs to, when it was made.
    person text COLLATE "C" NOT NULL,
    role text NOT NULL,
    party text,
    scope text NOT NULL,
    url text NOT NULL,
    -- Both sides sign with it, so it cannot be kept as a hash.
    secret bytea NOT NULL CHECK (length(secret) BETWEEN 24 AND 64),
    created_at timestamptz NOT NULL,
    -- Everything up to here was delivered, or is not visible to that person.
    position bigint NOT NULL CHECK (position >= 0),
    -- Of the entry that comes next; zero and null while all goes well.
    attempts int NOT NULL DEFAULT 0,
    failing_since timestamptz,
    next_attempt_at timestamptz,
    last_error text,
    disabled_at timestamptz,
    CHECK ((attempts = 0) = (failing_since IS NULL))
);
CREATE INDEX webhook_person ON zielsteuerung.webhook (person);

GRANT SELECT, INSERT, DELETE ON zielsteuerung.webhook TO zielsteuerung_service;
GRANT UPDATE (position, attempts, failing_since, next_attempt_at, last_error, disabled_at)
ON zielsteuerung.webhook TO zielsteuerung_service;
