-- Places in the order of commits: an event without a row here is not ours. An event's hash is its id followed by hash_end, so that no
-- byte of it is stored twice; its leaf hash follows from both rows. Both indexes grow at their right end only and are filled.
CREATE TABLE ledger_leaves(
    position bigint NOT NULL,
    seq_id bigint NOT NULL,
    hash_end uuid NOT NULL,
    PRIMARY KEY (position) WITH (fillfactor = 100),
    UNIQUE (seq_id) WITH (fillfactor = 100));

-- Entries of the Merkle tree's tiles above the leaves: level 1 stands over 256 leaves, level 2 over 65 536.
CREATE TABLE ledger_tree(
    level int NOT NULL,
    entry bigint NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (level, entry));

-- The canonical bytes of when and where, for the few events that have them.
CREATE TABLE ledger_metadata(
    seq_id bigint NOT NULL PRIMARY KEY,
    metadata text NOT NULL);

-- Evidence. Codec 0: content as it is; 1: deflated (RFC 1951).
CREATE TABLE ledger_masks(
    digest bytea NOT NULL PRIMARY KEY,
    codec smallint NOT NULL,
    length bigint NOT NULL,
    content bytea NOT NULL);
ALTER TABLE ledger_masks ALTER COLUMN content SET STORAGE EXTERNAL;

-- Cache, a megabyte a row. Weights do not compress.
CREATE TABLE ledger_states(
    digest bytea NOT NULL,
    chunk int NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (digest, chunk));
ALTER TABLE ledger_states ALTER COLUMN content SET STORAGE EXTERNAL;

CREATE TABLE ledger_cached_states(
    trajectory text COLLATE "C" NOT NULL,
    step int NOT NULL,
    state bytea NOT NULL,
    PRIMARY KEY (trajectory, step));

-- Who works on what: no history, and nothing depends on it.
CREATE TABLE ledger_leases(
    work text COLLATE "C" NOT NULL PRIMARY KEY,
    label text NOT NULL,
    holder text NULL,
    expires timestamptz NULL);
