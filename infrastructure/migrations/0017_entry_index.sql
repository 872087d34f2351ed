-- What entries are found by, made of the log by the follower; nothing here is a source, all of it can be formed anew.
CREATE TABLE zielsteuerung.entry_index (
    position bigint PRIMARY KEY,
    stream_id text COLLATE "C" NOT NULL,
    type text COLLATE "C" NOT NULL,
    event_id uuid NOT NULL,
    cause uuid,
    conversation uuid NOT NULL,
    actor text COLLATE "C" NOT NULL,
    role text COLLATE "C" NOT NULL,
    party text COLLATE "C",
    occurred_on date NOT NULL,
    recorded_at timestamptz NOT NULL,
    goals text[] NOT NULL,
    clauses text[] NOT NULL,
    findings text[] NOT NULL
);
CREATE INDEX entry_index_event ON zielsteuerung.entry_index (event_id);
CREATE INDEX entry_index_cause ON zielsteuerung.entry_index (cause) WHERE cause IS NOT NULL;
CREATE INDEX entry_index_conversation ON zielsteuerung.entry_index (conversation, position);
CREATE INDEX entry_index_actor ON zielsteuerung.entry_index (actor, position);
CREATE INDEX entry_index_day ON zielsteuerung.entry_index (occurred_on, position);
CREATE INDEX entry_index_stream ON zielsteuerung.entry_index (stream_id, position);
CREATE INDEX entry_index_goals ON zielsteuerung.entry_index USING gin (goals);
CREATE INDEX entry_index_clauses ON zielsteuerung.entry_index USING gin (clauses);
CREATE INDEX entry_index_findings ON zielsteuerung.entry_index USING gin (findings) WHERE findings <> '{}';

-- Up to which position entries are found, and by which rules they were read; what lies behind is read from the log.
CREATE TABLE zielsteuerung.entry_index_position (
    id boolean PRIMARY KEY DEFAULT true CHECK (id),
    position bigint NOT NULL,
    rules integer NOT NULL
);

GRANT SELECT, INSERT, DELETE ON zielsteuerung.entry_index TO zielsteuerung_service;
GRANT SELECT, INSERT, UPDATE ON zielsteuerung.entry_index_position TO zielsteuerung_service;
