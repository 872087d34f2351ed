-- A clock that jumped, ahead or back, is noticed before it stamps an entry: by the database's time and the last entry's.
-- What began as the exception of plays (clock_may_lead) is also the owner's way to go on below a last entry that lies
-- ahead: each entry then follows it by a microsecond, as before.
CREATE OR REPLACE FUNCTION zielsteuerung.record_events(
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
    IF NOT head.clock_may_lead THEN
        IF clock NOT BETWEEN clock_timestamp() - interval '5 minutes' AND clock_timestamp() + interval '5 minutes' THEN
            RAISE EXCEPTION 'The clock differs from the database''s.' USING ERRCODE = 'datetime_field_overflow';
        ELSIF head.last_recorded_at > clock + interval '5 minutes' THEN
            RAISE EXCEPTION 'The last entry lies ahead of the clock.' USING ERRCODE = 'interval_field_overflow';
        END IF;
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
    SET title = NULL, given_name = NULL, family_name = NULL, salt = NULL, lookup_word = NULL, erased_at = stamps[1]
    WHERE id = erased_person AND erased_at IS NULL;
    NOTIFY stored_events;

    RETURN QUERY SELECT head.size + stamp.number, stamp.at
    FROM unnest(stamps) WITH ORDINALITY AS stamp(at, number);
END
$$;
