-- What history and reports ask for most, each in order of the log.
CREATE INDEX entry_index_role ON zielsteuerung.entry_index (role, position);
CREATE INDEX entry_index_type ON zielsteuerung.entry_index (type, position);
CREATE INDEX entry_index_party ON zielsteuerung.entry_index (party, position) WHERE party IS NOT NULL;
