namespace Ledger.Store.Tests.Fixtures;

/// <summary>Events of an application on Marten, in the same tables.</summary>
public static class MartenAppend
{
    // What Marten's quick append does, in our words: the stream's row is locked or made, events take numbers, the row is brought up to date.
    private const string Function = """
        CREATE OR REPLACE FUNCTION mt_quick_append_events(stream varchar, stream_type varchar, tenantid varchar, event_ids uuid[], event_types varchar[], dotnet_types varchar[], bodies jsonb[])
        RETURNS bigint[] LANGUAGE plpgsql AS $$
        DECLARE last bigint; numbers bigint[] = ARRAY[]::bigint[]; number bigint;
        BEGIN
            SELECT version INTO last FROM mt_streams WHERE id = stream FOR UPDATE;
            IF NOT FOUND THEN
                INSERT INTO mt_streams(id, type, version, timestamp, tenant_id) VALUES(stream, stream_type, 0, now(), tenantid);
                last = 0;
            END IF;
            FOR i IN 1 .. array_length(event_ids, 1) LOOP
                last = last + 1;
                number = nextval('mt_events_sequence');
                INSERT INTO mt_events(seq_id, id, stream_id, version, data, type, tenant_id, timestamp, mt_dotnet_type, is_archived)
                VALUES(number, event_ids[i], stream, last, bodies[i], event_types[i], tenantid, now(), dotnet_types[i], false);
                numbers = numbers || number;
            END LOOP;
            UPDATE mt_streams SET version = last, timestamp = now() WHERE id = stream;
            RETURN last || numbers;
        END $$;
        """;

    /// <summary>Appends so many events to a stream.</summary>
    public static void To(TestSchema schema, string stream, int count)
    {
        schema.Run(Function);
        schema.Run($$"""
            SELECT mt_quick_append_events('{{stream}}', 'order', '*DEFAULT*', array_agg(gen_random_uuid()), array_agg('order_placed'::varchar), array_agg('Shop.OrderPlaced, Shop'::varchar), array_agg('{"Amount": 1.50, "Note": null}'::jsonb))
            FROM generate_series(1, {{count}})
            """);
    }
}
