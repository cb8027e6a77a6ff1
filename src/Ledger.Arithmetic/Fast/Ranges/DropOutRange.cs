using Ledger.Arithmetic.Random;

namespace Ledger.Arithmetic.Fast.Ranges;

/// <summary><see cref="Reference.DroppingOut"/> in vectors: the words of some elements into a buffer, then their selection.</summary>
internal readonly unsafe struct DropOutRange(ulong seed, PhiloxBlock first, uint threshold, float scale, float* y) : IRangeWork
{
    private const int ChunkSize = 256;

    private readonly float* _y = y;

    // A word costs about as much as ten elements of memory traffic.
    public static int SharedFrom => 1 << 15;

    public bool Run<T>(int start, int count)
        where T : struct, ILanes<T>
    {
        var words = stackalloc uint[ChunkSize];
        var end = start + count;
        for (var i = start; i < end; i += ChunkSize)
        {
            var length = Math.Min(ChunkSize, end - i);
            T.Draw(seed, first with { Word0 = first.Word0 + (uint)i / 4 }, (length + 15) & ~15, words);
            Select<T>(words, _y + i, length);
        }

        return true;
    }

    private void Select<T>(uint* words, float* y, int count)
        where T : struct, ILanes<T>
    {
        var (least, factor) = (threshold, T.Broadcast(scale));
        var whole = count - count % T.Count;
        for (var i = 0; i < whole; i += T.Count)
        {
            T.Store(T.WhereAtLeast(words + i, least, T.Multiply(T.Load(y + i), factor)), y + i);
        }

        for (var i = whole; i < count; i++)
        {
            y[i] = words[i] >= least ? y[i] * scale : 0f;
        }
    }
}
