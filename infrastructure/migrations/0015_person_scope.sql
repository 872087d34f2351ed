-- Who entered a person, and within which AGS prefix the name is kept out of texts ("" = everywhere, as before).
ALTER TABLE zielsteuerung.person
    ADD COLUMN scope text COLLATE "C" NOT NULL DEFAULT '',
    ADD COLUMN registered_by text COLLATE "C";
