CREATE TABLE streams(
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL) STRICT;
CREATE TABLE events(
    position INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL REFERENCES streams(id),
    version INTEGER NOT NULL,
    alias TEXT NOT NULL,
    body TEXT NOT NULL,
    metadata TEXT,
    hash BLOB NOT NULL,
    UNIQUE(stream, version)) STRICT;

-- Few events: a reader that skips training steps is answered without touching them, and a step costs this index nothing.
CREATE INDEX events_but_steps ON events(position) WHERE alias <> 'step_trained';

-- A blob's row keeps its rowid: a megabyte of content has no place in the tree that digests are searched in.
CREATE TABLE blobs(
    digest BLOB NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    content BLOB NOT NULL) STRICT;
CREATE TABLE cached_states(
    trajectory TEXT NOT NULL,
    step INTEGER NOT NULL,
    state BLOB NOT NULL,
    PRIMARY KEY(trajectory, step)) STRICT, WITHOUT ROWID;
