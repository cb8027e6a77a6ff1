namespace Ledger.Arithmetic.Elementary;

/// <summary>A sum over samples whose terms arrive one after another: blocks of 32 from +0 in ascending order, folded pairwise.</summary>
/// <param name="stack">Room for one sum per level.</param>
internal ref struct SampleFold(Span<float> stack)
{
    private PairwiseFold _blocks = new(stack);
    private float _sum;
    private int _count;

    /// <summary>Takes the next sample's term.</summary>
    public void Add(float term)
    {
        _sum += term;
        if (++_count == PairwiseBlocks.BlockSize)
        {
            _blocks.Add(_sum);
            (_sum, _count) = (0f, 0);
        }
    }

    /// <summary>The sum; +0 without terms.</summary>
    public float Total()
    {
        if (_count > 0)
        {
            _blocks.Add(_sum);
            (_sum, _count) = (0f, 0);
        }

        return _blocks.Total();
    }
}
