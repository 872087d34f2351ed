-- The service may read all and record through the log's own gate; PUBLIC has nothing.

-- Roles belong to the whole server: another database's set-up may be making the same one right now.
DO $$
BEGIN
    CREATE ROLE zielsteuerung_service NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;

-- A login that serves as owner and service at once takes on the role in each session.
DO $$
BEGIN
    GRANT zielsteuerung_service TO CURRENT_USER;
EXCEPTION WHEN insufficient_privilege THEN NULL;
END
$$;

REVOKE ALL ON SCHEMA zielsteuerung FROM PUBLIC;
REVOKE ALL ON TYPE zielsteuerung.stored_event_text FROM PUBLIC;
GRANT USAGE ON SCHEMA zielsteuerung TO zielsteuerung_service;
GRANT USAGE ON TYPE zielsteuerung.stored_event_text TO zielsteuerung_service;
GRANT SELECT ON ALL TABLES IN SCHEMA zielsteuerung TO zielsteuerung_service;
GRANT INSERT ON zielsteuerung.stored_events, zielsteuerung.act, zielsteuerung.person TO zielsteuerung_service;
GRANT EXECUTE ON FUNCTION zielsteuerung.record_events TO zielsteuerung_service;
