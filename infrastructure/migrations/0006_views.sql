-- Stored views: what the follower makes of the log. Nothing here is a source; all of it can be formed anew.

-- Up to which position of the log a view has read, and which software formed it.
CREATE TABLE zielsteuerung.view_position (
    view text COLLATE "C" PRIMARY KEY,
    position bigint NOT NULL CHECK (position >= 0),
    software text NOT NULL
);

-- A row held from one position of the log up to another (exclusive); null = it still holds.
CREATE TABLE zielsteuerung.view_row (
    view text COLLATE "C" NOT NULL,
    stream_id text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    from_position bigint NOT NULL,
    to_position bigint CHECK (to_position > from_position),
    content text NOT NULL,
    PRIMARY KEY (view, stream_id, key, from_position)
);
CREATE UNIQUE INDEX view_row_holds_once ON zielsteuerung.view_row (view, stream_id, key) WHERE to_position IS NULL;

-- A row's content never changes: it ends, is replaced, or its whole view is put in the place of another.
GRANT SELECT, INSERT, DELETE ON zielsteuerung.view_position, zielsteuerung.view_row TO zielsteuerung_service;
GRANT UPDATE (position) ON zielsteuerung.view_position TO zielsteuerung_service;
GRANT UPDATE (view, to_position) ON zielsteuerung.view_row TO zielsteuerung_service;
