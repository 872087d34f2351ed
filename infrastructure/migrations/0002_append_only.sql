-- What is written stays: these tables refuse change, whoever asks.

CREATE FUNCTION zielsteuerung.refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'Das Protokoll wird nur fortgeschrieben: % ist auf % nicht erlaubt.', TG_OP, TG_TABLE_NAME;
END
$$;
REVOKE ALL ON FUNCTION zielsteuerung.refuse_change() FROM PUBLIC;

CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON zielsteuerung.stored_events
FOR EACH ROW EXECUTE FUNCTION zielsteuerung.refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON zielsteuerung.stored_events
FOR EACH STATEMENT EXECUTE FUNCTION zielsteuerung.refuse_change();

CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON zielsteuerung.tree_node
FOR EACH ROW EXECUTE FUNCTION zielsteuerung.refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON zielsteuerung.tree_node
FOR EACH STATEMENT EXECUTE FUNCTION zielsteuerung.refuse_change();

-- The head grows: one entry at a time, or in time alone.
CREATE TRIGGER refuse_change BEFORE UPDATE ON zielsteuerung.log_head
FOR EACH ROW
WHEN ((NEW.size - OLD.size IN (0, 1) AND NEW.last_recorded_at >= OLD.last_recorded_at) IS NOT TRUE)
EXECUTE FUNCTION zielsteuerung.refuse_change();
CREATE TRIGGER refuse_delete BEFORE DELETE ON zielsteuerung.log_head
FOR EACH ROW EXECUTE FUNCTION zielsteuerung.refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON zielsteuerung.log_head
FOR EACH STATEMENT EXECUTE FUNCTION zielsteuerung.refuse_change();

-- ALWAYS: also in a session that plays a replica.
ALTER TABLE zielsteuerung.stored_events ENABLE ALWAYS TRIGGER refuse_change;
ALTER TABLE zielsteuerung.stored_events ENABLE ALWAYS TRIGGER refuse_truncate;
ALTER TABLE zielsteuerung.tree_node ENABLE ALWAYS TRIGGER refuse_change;
ALTER TABLE zielsteuerung.tree_node ENABLE ALWAYS TRIGGER refuse_truncate;
ALTER TABLE zielsteuerung.log_head ENABLE ALWAYS TRIGGER refuse_change;
ALTER TABLE zielsteuerung.log_head ENABLE ALWAYS TRIGGER refuse_delete;
ALTER TABLE zielsteuerung.log_head ENABLE ALWAYS TRIGGER refuse_truncate;
