-- Places of many events in one row: those of consecutive position and seq_id alike, at most 120. A row names the first of them, hash_ends
-- is the second half of each one's hash. It stays in its page, as bytes of a hash do not compress and four full rows fill a page.
CREATE TABLE ledger_packed(
    position bigint NOT NULL,
    seq_id bigint NOT NULL,
    hash_ends bytea NOT NULL);
ALTER TABLE ledger_packed ALTER COLUMN hash_ends SET STORAGE PLAIN;

INSERT INTO ledger_packed(position, seq_id, hash_ends)
SELECT min(position), min(seq_id), string_agg(uuid_send(hash_end), '' ORDER BY position)
FROM (
    SELECT *, (row_number() OVER (PARTITION BY run ORDER BY position) - 1) / 120 AS part
    FROM (
        SELECT *, count(*) FILTER (WHERE is_first) OVER (ORDER BY position) AS run
        FROM (
            SELECT *, lag((position, seq_id)) OVER (ORDER BY position) IS DISTINCT FROM (position - 1, seq_id - 1) AS is_first
            FROM ledger_leaves) follows) runs) parts
GROUP BY run, part ORDER BY 1;

DROP TABLE ledger_leaves;
ALTER TABLE ledger_packed RENAME TO ledger_leaves;
ALTER TABLE ledger_leaves ADD PRIMARY KEY (position) WITH (fillfactor = 100), ADD UNIQUE (seq_id) WITH (fillfactor = 100);
CREATE TRIGGER ledger_guard BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_leaves FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse();

-- For people: one row an event of ours. What checks a ledger does not trust it, an owner could have replaced it.
CREATE VIEW ledger_places AS
SELECT l.position + (e.seq_id - l.seq_id) AS position, e.seq_id, substr(l.hash_ends, 16 * (e.seq_id - l.seq_id)::int + 1, 16) AS hash_end
FROM mt_events e JOIN LATERAL (
    SELECT * FROM ledger_leaves WHERE seq_id <= e.seq_id AND seq_id > e.seq_id - 120 ORDER BY seq_id DESC LIMIT 1) l
ON e.seq_id - l.seq_id < octet_length(l.hash_ends) / 16;

GRANT SELECT, INSERT ON ledger_leaves TO ledger_writer;
GRANT SELECT ON ledger_places TO ledger_writer;
