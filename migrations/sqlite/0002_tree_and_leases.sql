CREATE TABLE migrations(
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    checksum BLOB NOT NULL) STRICT;

-- Entries of the Merkle tree's tiles above the leaves: level 1 stands over 256 leaves, level 2 over 65 536. Leaf hashes follow from events.
CREATE TABLE tree(
    level INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY(level, entry)) STRICT, WITHOUT ROWID;

-- Who works on what: no history, and nothing depends on it. Times are milliseconds since 1970, UTC.
CREATE TABLE leases(
    work TEXT NOT NULL PRIMARY KEY,
    label TEXT NOT NULL,
    holder TEXT,
    expires INTEGER) STRICT, WITHOUT ROWID;
