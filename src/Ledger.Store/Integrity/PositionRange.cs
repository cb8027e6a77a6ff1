using Ledger.Events.Merkle;

namespace Ledger.Store.Integrity;

/// <summary>A piece of the order of commits that is checked by itself: it begins where a tile of the tree begins.</summary>
/// <param name="First">The first position.</param>
/// <param name="Last">The last position.</param>
internal readonly record struct PositionRange(long First, long Last)
{
    /// <summary>
    /// Ranges that cover every position up to the last, also those that no event may have: as many as the events fill, so that a
    /// position that was changed to a huge one makes no more of them.
    /// </summary>
    public static IEnumerable<PositionRange> Split(VerificationExtent extent, int tilesPerRange)
    {
        var (first, size) = (long.MinValue, (long)tilesPerRange * TreeFrontier.TileWidth);
        for (var end = size; end < Math.Min(extent.Events, extent.LastPosition); end += size)
        {
            yield return new PositionRange(first, end);
            first = end + 1;
        }

        yield return new PositionRange(first, extent.LastPosition);
    }
}
