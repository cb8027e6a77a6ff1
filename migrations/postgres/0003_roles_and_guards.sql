-- Evidence is only ever added to: triggers refuse the rest to everybody, and the role of those who record may not even try.
CREATE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% on % is refused: what a ledger holds is only added to', TG_OP, TG_TABLE_NAME USING ERRCODE = 'LG001';
END $$;

DO $$
DECLARE evidence text;
BEGIN
    FOREACH evidence IN ARRAY ARRAY['mt_events', 'ledger_leaves', 'ledger_tree', 'ledger_metadata', 'ledger_masks', 'ledger_migrations'] LOOP
        EXECUTE format('CREATE TRIGGER ledger_guard BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse()', evidence);
    END LOOP;
END $$;
CREATE TRIGGER ledger_guard BEFORE DELETE OR TRUNCATE ON mt_streams FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse();

-- A stream's row says the version of its last event; who may add events may not say anything else of it.
CREATE FUNCTION ledger_advance_stream(name varchar) RETURNS void LANGUAGE sql SECURITY DEFINER AS $$
    UPDATE mt_streams SET version = (SELECT max(version) FROM mt_events WHERE stream_id = name), timestamp = now() WHERE id = name
$$;
DO $$ BEGIN
    EXECUTE format('ALTER FUNCTION ledger_advance_stream(varchar) SET search_path = %I, pg_temp', current_schema());
END $$;
REVOKE ALL ON FUNCTION ledger_advance_stream(varchar) FROM PUBLIC;

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'ledger_writer') THEN
        CREATE ROLE ledger_writer NOLOGIN;
    END IF;
EXCEPTION
    -- Another ledger of the same server was migrated at the same moment.
    WHEN duplicate_object OR unique_violation THEN NULL;
    WHEN insufficient_privilege THEN
        RAISE EXCEPTION 'the role ledger_writer is missing and may not be made by %', current_user USING ERRCODE = 'LG002';
END $$;

DO $$ BEGIN
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO ledger_writer', current_schema());
END $$;
GRANT SELECT, INSERT ON mt_streams, mt_events, ledger_leaves, ledger_tree, ledger_metadata, ledger_masks TO ledger_writer;
GRANT SELECT, INSERT, UPDATE, DELETE ON mt_event_progression, mt_high_water_skips, ledger_states, ledger_cached_states, ledger_leases TO ledger_writer;
GRANT SELECT ON ledger_migrations TO ledger_writer;
GRANT USAGE, SELECT ON SEQUENCE mt_events_sequence TO ledger_writer;
GRANT EXECUTE ON FUNCTION ledger_advance_stream(varchar) TO ledger_writer;
