-- The entry each stream begins with, by position: who is bound by an agreement, within which scope a file was delivered.
CREATE INDEX stored_events_first ON zielsteuerung.stored_events (notification_id) WHERE originator_version = 1;
