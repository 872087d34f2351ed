-- Stored views found by index, formed anew beside the old rows, with the state from which the follower goes on.
-- Nothing here is a source: what stood in the old tables is formed anew.
DROP TABLE zielsteuerung.view_row, zielsteuerung.view_position;

-- Which edition of a view is shown, up to which position of the log it has read, and by which rules it was formed.
CREATE TABLE zielsteuerung.view_position (
    view text COLLATE "C" PRIMARY KEY,
    edition integer NOT NULL,
    position bigint NOT NULL CHECK (position >= 0),
    version text NOT NULL,
    software text NOT NULL
);

-- An edition that is being formed and shown to nobody yet: the newest of a view.
CREATE TABLE zielsteuerung.view_forming (
    view text COLLATE "C" PRIMARY KEY,
    edition integer NOT NULL,
    done integer NOT NULL DEFAULT 0,
    total integer NOT NULL DEFAULT 0,
    begun_at timestamptz NOT NULL DEFAULT now()
);

-- A row held from one position of the log up to another (exclusive); null = it still holds.
CREATE TABLE zielsteuerung.view_row (
    view text COLLATE "C" NOT NULL,
    edition integer NOT NULL,
    stream_id text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    from_position bigint NOT NULL,
    to_position bigint CHECK (to_position > from_position),
    place text COLLATE "C" NOT NULL,
    since text COLLATE "C",
    tags text[] NOT NULL,
    content text NOT NULL,
    PRIMARY KEY (view, edition, stream_id, key, from_position)
);
CREATE UNIQUE INDEX view_row_holds_once ON zielsteuerung.view_row (view, edition, stream_id, key)
    WHERE to_position IS NULL;
CREATE INDEX view_row_in_order ON zielsteuerung.view_row (view, edition, place) WHERE to_position IS NULL;
CREATE INDEX view_row_ended ON zielsteuerung.view_row (view, edition, to_position) WHERE to_position IS NOT NULL;
CREATE INDEX view_row_tagged ON zielsteuerung.view_row USING gin (tags) WHERE to_position IS NULL AND tags <> '{}';

-- What an agreement's rows were formed from, so that the follower goes on without reading its whole life.
CREATE TABLE zielsteuerung.view_state (
    stream_id text COLLATE "C" PRIMARY KEY,
    version bigint NOT NULL,
    software text NOT NULL,
    content bytea NOT NULL
);

-- What the active follower says of itself.
CREATE TABLE zielsteuerung.follower (
    id boolean PRIMARY KEY DEFAULT true CHECK (id),
    troubles text[] NOT NULL,
    told_at timestamptz NOT NULL
);

-- A row's content never changes: it ends, or its whole edition goes.
GRANT SELECT, INSERT, DELETE ON zielsteuerung.view_position, zielsteuerung.view_forming, zielsteuerung.view_row,
    zielsteuerung.view_state, zielsteuerung.follower TO zielsteuerung_service;
GRANT UPDATE (position) ON zielsteuerung.view_position TO zielsteuerung_service;
GRANT UPDATE (done, total) ON zielsteuerung.view_forming TO zielsteuerung_service;
GRANT UPDATE (to_position) ON zielsteuerung.view_row TO zielsteuerung_service;
GRANT UPDATE (version, software, content) ON zielsteuerung.view_state TO zielsteuerung_service;
GRANT UPDATE (troubles, told_at) ON zielsteuerung.follower TO zielsteuerung_service;
