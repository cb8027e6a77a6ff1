using System.Numerics;

namespace Ledger.Arithmetic.Elementary;

/// <summary>
/// The pairwise tree over block sums that arrive one after another: equal halves merge like the carries of a binary counter, and
/// what is left merges from the youngest to the oldest, which is the tree 0 + 1, 2 + 3, …, an odd one carried over.
/// </summary>
/// <param name="stack">Room for one sum per level.</param>
internal ref struct PairwiseFold(Span<float> stack)
{
    private readonly Span<float> _stack = stack;
    private int _depth;
    private uint _count;

    /// <summary>Takes the next block's sum.</summary>
    public void Add(float sum)
    {
        for (var merges = BitOperations.TrailingZeroCount(++_count); merges > 0; merges--)
        {
            sum = _stack[--_depth] + sum;
        }

        _stack[_depth++] = sum;
    }

    /// <summary>The root of the tree; +0 without blocks.</summary>
    public float Total()
    {
        if (_depth == 0)
        {
            return 0f;
        }

        var sum = _stack[--_depth];
        while (_depth > 0)
        {
            sum = _stack[--_depth] + sum;
        }

        return sum;
    }
}
