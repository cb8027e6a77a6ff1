-- Marten's tables, as its schema check expects them (docs/postgres.md). Runs with the ledger's schema as search_path.
CREATE TABLE mt_streams(
    id varchar NOT NULL,
    type varchar NULL,
    version bigint NULL,
    timestamp timestamptz NOT NULL DEFAULT now(),
    created timestamptz NOT NULL DEFAULT now(),
    tenant_id varchar NULL DEFAULT '*DEFAULT*',
    is_archived boolean NULL DEFAULT false,
    CONSTRAINT pkey_mt_streams_id PRIMARY KEY (id));

-- Columns of fixed length first: nine bytes an event less are spent on alignment.
CREATE SEQUENCE mt_events_sequence;
CREATE TABLE mt_events(
    seq_id bigint NOT NULL,
    id uuid NOT NULL,
    version bigint NOT NULL,
    timestamp timestamptz NOT NULL,
    is_archived boolean NULL DEFAULT false,
    stream_id varchar NULL,
    type varchar(500) NOT NULL,
    tenant_id varchar NULL DEFAULT '*DEFAULT*',
    data jsonb NOT NULL,
    bdata bytea NULL,
    mt_dotnet_type varchar NULL,
    CONSTRAINT pkey_mt_events_seq_id PRIMARY KEY (seq_id) WITH (fillfactor = 100),
    CONSTRAINT fkey_mt_events_stream_id FOREIGN KEY (stream_id) REFERENCES mt_streams(id) ON DELETE CASCADE);
CREATE UNIQUE INDEX pk_mt_events_stream_and_version ON mt_events(stream_id, version);
ALTER SEQUENCE mt_events_sequence OWNED BY mt_events.seq_id;

CREATE TABLE mt_event_progression(
    name varchar NOT NULL,
    last_seq_id bigint NULL,
    last_updated timestamptz NULL DEFAULT transaction_timestamp(),
    CONSTRAINT pk_mt_event_progression PRIMARY KEY (name));

CREATE TABLE mt_high_water_skips(
    ending_sequence bigint NOT NULL,
    starting_sequence bigint NOT NULL,
    timestamp timestamptz NULL,
    CONSTRAINT pkey_mt_high_water_skips_ending_sequence PRIMARY KEY (ending_sequence));
