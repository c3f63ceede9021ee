-- Statements end in a semicolon, which stands nowhere else: store.py splits the file there.
CREATE TABLE athlete (
    id TEXT PRIMARY KEY,
    zone TEXT NOT NULL,       -- of the clock on the wall, such as Europe/Berlin
    state TEXT NOT NULL,      -- a cache: what replaying the entries gives
    version INTEGER NOT NULL  -- counts the changes
);

CREATE TABLE entry (
    number INTEGER PRIMARY KEY,  -- the order of arrival, which holds among equal moments
    athlete TEXT NOT NULL REFERENCES athlete (id),
    id TEXT NOT NULL,            -- the client's name for it
    kind TEXT NOT NULL,          -- LoggedSet, Pain, ...
    value TEXT NOT NULL,         -- as lg.dumps writes it
    UNIQUE (athlete, id)
);
