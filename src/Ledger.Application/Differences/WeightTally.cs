namespace Ledger.Application.Differences;

/// <summary>Adds up, weight after weight, how far two states are apart.</summary>
public sealed class WeightTally
{
    private readonly UlpHistogram _ulps = new();
    private long _shared;
    private long _equalBits;
    private long _sameSign;
    private double _product;
    private double _squareA;
    private double _squareB;
    private double _squareDistance;

    /// <summary>The distance of all added so far.</summary>
    public WeightDistance Distance => new(
        _shared,
        _equalBits,
        _sameSign,
        _squareA > 0 && _squareB > 0 ? Math.Clamp(_product / (Math.Sqrt(_squareA) * Math.Sqrt(_squareB)), -1, 1) : null,
        Math.Sqrt(_squareDistance),
        Math.Sqrt(_squareA),
        Math.Sqrt(_squareB),
        _ulps.Counts);

    /// <summary>Adds a weight that both have.</summary>
    public void Add(float a, float b)
    {
        _shared++;
        _equalBits += BitConverter.SingleToInt32Bits(a) == BitConverter.SingleToInt32Bits(b) ? 1 : 0;
        _sameSign += Math.Sign(a) == Math.Sign(b) ? 1 : 0;
        _product += (double)a * b;
        _squareA += (double)a * a;
        _squareB += (double)b * b;
        _squareDistance += ((double)a - b) * ((double)a - b);
        _ulps.Add(a, b);
    }

    /// <summary>Adds all of another one.</summary>
    public void Add(WeightTally other)
    {
        _shared += other._shared;
        _equalBits += other._equalBits;
        _sameSign += other._sameSign;
        _product += other._product;
        _squareA += other._squareA;
        _squareB += other._squareB;
        _squareDistance += other._squareDistance;
        _ulps.Add(other._ulps);
    }
}
