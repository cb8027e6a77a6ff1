-- Folds over events, kept so that the next reader goes on from there: no history, and each can be made anew.
CREATE TABLE ledger_read_models(
    name text COLLATE "C" NOT NULL PRIMARY KEY,
    form int NOT NULL,
    position bigint NOT NULL,
    content bytea NOT NULL);
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON ledger_read_models TO ledger_writer;
