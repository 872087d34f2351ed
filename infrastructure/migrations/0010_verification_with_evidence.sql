-- What was found with checkpoints that somebody brought along outlasts a verification without them.
ALTER TABLE zielsteuerung.last_verification ADD COLUMN brought boolean NOT NULL DEFAULT false;
DROP INDEX zielsteuerung.last_verification_is_one_row;
CREATE UNIQUE INDEX last_verification_is_one_row_a_kind ON zielsteuerung.last_verification (brought);
