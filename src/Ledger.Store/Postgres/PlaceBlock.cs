using Ledger.Events.Hashing;

namespace Ledger.Store.Postgres;

/// <summary>A row of <c>ledger_leaves</c>: the places of events whose positions and numbers are both consecutive.</summary>
/// <param name="Position">The first event's position.</param>
/// <param name="Number">The first event's number, its <c>seq_id</c>.</param>
/// <param name="HashEnds">The second halves of the events' hashes, one after the other.</param>
internal readonly record struct PlaceBlock(long Position, long Number, byte[] HashEnds)
{
    /// <summary>Events of a full block: four rows fill a page, and none is long enough to be moved out of it.</summary>
    public const int Most = 120;

    /// <summary>The blocks of events at consecutive positions; numbers that somebody else drew between theirs part them.</summary>
    public static IEnumerable<PlaceBlock> Of(long position, IReadOnlyList<long> numbers, IReadOnlyList<Digest> hashes)
    {
        for (int first = 0, count; first < numbers.Count; first += count)
        {
            count = 1;
            while (count < Most && first + count < numbers.Count && numbers[first + count] == numbers[first] + count)
            {
                count++;
            }

            yield return new PlaceBlock(position + first, numbers[first], Ends(hashes, first, count));
        }
    }

    private static byte[] Ends(IReadOnlyList<Digest> hashes, int first, int count)
    {
        var ends = new byte[HashHalves.Length * count];
        for (var i = 0; i < count; i++)
        {
            HashHalves.CopyEnd(hashes[first + i], ends.AsSpan(HashHalves.Length * i));
        }

        return ends;
    }
}
