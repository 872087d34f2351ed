-- The erasable register of persons: erasing empties name and salt; the commitment stays and proves nothing any more.

CREATE TABLE zielsteuerung.person (
    id text COLLATE "C" PRIMARY KEY,
    title text,
    given_name text,
    family_name text,
    salt bytea CHECK (length(salt) = 32),
    commitment bytea NOT NULL CHECK (length(commitment) = 32),
    registered_at timestamptz NOT NULL DEFAULT now(),
    erased_at timestamptz,
    CHECK (num_nulls(title, given_name, family_name, salt) = CASE WHEN erased_at IS NULL THEN 0 ELSE 4 END)
);
