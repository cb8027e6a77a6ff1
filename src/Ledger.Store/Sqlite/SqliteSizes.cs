using Ledger.Store.Contract;
using Ledger.Store.Integrity;

namespace Ledger.Store.Sqlite;

/// <summary>How much a ledger file holds; what is no blob counts as events.</summary>
internal static class SqliteSizes
{
    /// <summary>Measures it.</summary>
    public static StoreSizes Of(SqliteSession session)
    {
        var total = session.Number("PRAGMA page_count") * session.Number("PRAGMA page_size");
        var (masks, maskBytes) = Blobs(session, BlobKind.Mask);
        var (states, stateBytes) = Blobs(session, BlobKind.State);
        var free = session.Number("PRAGMA freelist_count") * session.Number("PRAGMA page_size");
        return new StoreSizes(
            (int)session.Number("PRAGMA user_version"),
            session.Number(SqliteEvents.LastPosition),
            Math.Max(0, total - free - maskBytes - stateBytes),
            masks,
            maskBytes,
            states,
            stateBytes,
            total,
            ForeignEvents: 0);
    }

    private static (long Count, long Bytes) Blobs(SqliteSession session, BlobKind kind)
    {
        var rows = session.Prepare("SELECT count(*), coalesce(sum(length(content)), 0) FROM blobs WHERE kind = ?1").Bind(1, BlobKindText.Of(kind));
        _ = rows.Step();
        var sizes = (rows.Number(0), rows.Number(1));
        rows.Reset();
        return sizes;
    }
}
