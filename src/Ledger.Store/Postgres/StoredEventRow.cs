using Ledger.Events.Streams;
using Npgsql;

namespace Ledger.Store.Postgres;

/// <summary>Reads rows of events; texts that most rows share are made once.</summary>
internal sealed class StoredEventRow
{
    private readonly JsonbText _json = new();
    private RepeatedText _stream;
    private RepeatedText _alias;

    /// <summary>The event of a row: position, stream, version, alias, body, metadata and the halves of its hash.</summary>
    public StoredEvent Read(NpgsqlDataReader row) => new(
        row.GetInt64(0),
        new StreamName(_stream.Read(row.GetFieldValue<byte[]>(1))),
        row.GetInt64(2),
        _alias.Read(row.GetFieldValue<byte[]>(3)),
        _json.ToCanonical(row.GetFieldValue<byte[]>(4)),
        Metadata(row),
        HashHalves.Join(row.GetGuid(6), row.GetFieldValue<byte[]>(7)));

    private static ReadOnlyMemory<byte>? Metadata(NpgsqlDataReader row)
    {
        // In a conditional expression null would turn into an empty memory, which is not the same.
        if (row.IsDBNull(5))
        {
            return null;
        }

        return row.GetFieldValue<byte[]>(5);
    }
}
