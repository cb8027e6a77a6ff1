-- Folds over events, kept so that the next reader goes on from there: no history, and each can be made anew.
CREATE TABLE read_models(
    name TEXT NOT NULL PRIMARY KEY,
    form INTEGER NOT NULL,
    position INTEGER NOT NULL,
    content BLOB NOT NULL) STRICT;
