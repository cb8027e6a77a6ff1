using Ledger.Events.Hashing;
using Ledger.Events.Merkle;
using Ledger.Store.Contract;
using Npgsql;

namespace Ledger.Store.Postgres;

/// <summary>The Merkle tree on one connection: leaf hashes follow from events, entries above them are stored as they become complete.</summary>
internal sealed class PostgresTree(PostgresDatabase database, NpgsqlConnection connection) : ITileSource
{
    private const string Leaves = $"""
        SELECT e.stream_id, e.version, e.type, e.id, {Places.HashEnd}, m.metadata
        FROM {Places.Between} LEFT JOIN ledger_metadata m ON m.seq_id = e.seq_id {Places.InOrder}
        """;

    private const string Entries = "SELECT hash FROM ledger_tree WHERE level = $1 AND entry >= $2 AND entry < $3 ORDER BY entry";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Digest>> ReadTile(int level, long index, int width, CancellationToken cancellation = default)
    {
        var first = index * TreeFrontier.TileWidth;
        var tile = level == 0
            ? await connection.Command(Leaves, first + 1, first + width).Rows(Leaf, cancellation).ConfigureAwait(false)
            : await connection.Command(Entries, level, first, first + width).Rows(Entry, cancellation).ConfigureAwait(false);
        return tile.Count == width
            ? tile
            : throw new CorruptLedgerException($"{database.Location}: the tree has {tile.Count} of {width} hashes in tile {index} of level {level}; `ledger verify` lists what is damaged");
    }

    /// <summary>Stores entries that became complete, together with what else <paramref name="batch"/> does.</summary>
    public static void Add(NpgsqlBatch batch, IReadOnlyCollection<TileEntry> complete)
    {
        if (complete.Count > 0)
        {
            batch.Add(
                "INSERT INTO ledger_tree(level, entry, hash) SELECT * FROM unnest($1, $2, $3)",
                complete.Select(static entry => entry.Level).ToArray(),
                complete.Select(static entry => entry.Index).ToArray(),
                complete.Select(static entry => entry.Hash.ToBytes()).ToArray());
        }
    }

    private static Digest Leaf(NpgsqlDataReader row) => EventLeaf.Hash(
        new(row.GetString(0)),
        row.GetInt64(1),
        row.GetString(2),
        HashHalves.Join(row.GetGuid(3), row.GetFieldValue<byte[]>(4)),
        row.IsDBNull(5) ? default : Digest.Of(row.GetFieldValue<byte[]>(5)));

    private Digest Entry(NpgsqlDataReader row) => row.GetFieldValue<byte[]>(0) is { Length: Digest.Length } hash
        ? new Digest(hash)
        : throw new CorruptLedgerException($"{database.Location}: an entry of the tree is no digest; `ledger verify` says which");
}
