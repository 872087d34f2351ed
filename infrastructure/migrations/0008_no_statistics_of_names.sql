-- The server's statistics hold samples of what columns contain, and keep them when a row's content goes: no names there.

-- Setting the type again, to what it is, removes the samples that were taken before.
ALTER TABLE zielsteuerung.person
    ALTER COLUMN title TYPE text, ALTER COLUMN title SET STATISTICS 0,
    ALTER COLUMN given_name TYPE text, ALTER COLUMN given_name SET STATISTICS 0,
    ALTER COLUMN family_name TYPE text, ALTER COLUMN family_name SET STATISTICS 0,
    ALTER COLUMN salt TYPE bytea, ALTER COLUMN salt SET STATISTICS 0;
