using Ledger.Arithmetic.Fast.Ranges;
using Ledger.Arithmetic.Random;

namespace Ledger.Arithmetic.Fast;

/// <summary>
/// Operations that take each element by itself: whole vectors, the last elements by the reference. x − x is NaN for infinities and
/// NaN, +0 for the rest: summed up, it tells whether all elements are finite.
/// </summary>
/// <typeparam name="T">The lanes.</typeparam>
internal sealed unsafe class Elementwise<T>(ThreadTeam team)
    where T : struct, ILanes<T>
{
    private float[] _repeated = [];

    /// <summary>True if every element is finite.</summary>
    public static bool AreFinite(ReadOnlySpan<float> values)
    {
        var whole = values.Length - values.Length % T.Count;
        var check = T.Zero;
        fixed (float* p = values)
        {
            for (var i = 0; i < whole; i += T.Count)
            {
                var v = T.Load(p + i);
                check = T.Add(check, T.Subtract(v, v));
            }
        }

        var isFinite = T.IsZero(check);
        foreach (var value in values[whole..])
        {
            isFinite &= float.IsFinite(value);
        }

        return isFinite;
    }

    /// <summary>y[…, o] = y[…, o] + bias[o]; true if every result is finite.</summary>
    public bool AddBias(Span<float> y, ReadOnlySpan<float> bias)
    {
        fixed (float* p = y, addend = Repeated(bias))
        {
            return RangePass<BiasRange>.Run<T>(team, y.Length, new BiasRange(p, addend, bias.Length));
        }
    }

    /// <summary>y = y &gt; 0 ? y : +0.</summary>
    public void Relu(Span<float> y)
    {
        fixed (float* p = y)
        {
            RangePass<ReluRange>.Run<T>(team, y.Length, new ReluRange(p));
        }
    }

    /// <summary>dy = y &gt; 0 ? dy : +0; true if every result is finite.</summary>
    public bool ReluGradient(ReadOnlySpan<float> y, Span<float> dy)
    {
        fixed (float* gate = y, p = dy)
        {
            return RangePass<ReluGradientRange>.Run<T>(team, dy.Length, new ReluGradientRange(gate, p));
        }
    }

    /// <summary>target = target + source, then ReLU if asked; true if every sum is finite.</summary>
    public bool AddTo(ReadOnlySpan<float> source, Span<float> target, bool rectify)
    {
        fixed (float* from = source, to = target)
        {
            return RangePass<AdditionRange>.Run<T>(team, target.Length, new AdditionRange(from, to, rectify));
        }
    }

    /// <summary>target = source.</summary>
    public void Copy(ReadOnlySpan<float> source, Span<float> target)
    {
        fixed (float* from = source, to = target)
        {
            RangePass<CopyRange>.Run<T>(team, target.Length, new CopyRange(from, to));
        }
    }

    /// <summary>y = word(i) ≥ threshold ? y·scale : +0, the words being those from the first counter on.</summary>
    public void DropOut(ulong seed, PhiloxBlock first, uint threshold, float scale, Span<float> y)
    {
        fixed (float* p = y)
        {
            RangePass<DropOutRange>.Run<T>(team, y.Length, new DropOutRange(seed, first, threshold, scale, p));
        }
    }

    private ReadOnlySpan<float> Repeated(ReadOnlySpan<float> bias)
    {
        var length = BiasRange.Length<T>(bias.Length);
        if (length == bias.Length)
        {
            return bias;
        }

        if (_repeated.Length < length)
        {
            _repeated = new float[length];
        }

        for (var i = 0; i < length; i += bias.Length)
        {
            bias[..Math.Min(bias.Length, length - i)].CopyTo(_repeated.AsSpan(i));
        }

        return _repeated;
    }
}
