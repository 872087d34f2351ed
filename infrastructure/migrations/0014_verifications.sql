-- What verifications found is added and never replaced: the service's own rights cannot turn a red one green.

CREATE TABLE zielsteuerung.verification (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    verified_at timestamptz NOT NULL,
    size bigint NOT NULL,
    says text NOT NULL,
    brought boolean NOT NULL
);
INSERT INTO zielsteuerung.verification (verified_at, size, says, brought)
SELECT verified_at, size, says, brought FROM zielsteuerung.last_verification ORDER BY verified_at;
DROP TABLE zielsteuerung.last_verification;

CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON zielsteuerung.verification
FOR EACH ROW EXECUTE FUNCTION zielsteuerung.refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON zielsteuerung.verification
FOR EACH STATEMENT EXECUTE FUNCTION zielsteuerung.refuse_change();
ALTER TABLE zielsteuerung.verification ENABLE ALWAYS TRIGGER refuse_change;
ALTER TABLE zielsteuerung.verification ENABLE ALWAYS TRIGGER refuse_truncate;
GRANT SELECT, INSERT ON zielsteuerung.verification TO zielsteuerung_service;

-- Acts are remembered by record_events, with its owner's rights, and by nobody else.
REVOKE INSERT ON zielsteuerung.act FROM zielsteuerung_service;
