using System.Globalization;
using System.Numerics;

namespace Ledger.Training.Schedules;

/// <summary>A rate that is multiplied by a factor again and again: rate · factorᵏ, the exact decimal product rounded once to binary32.</summary>
/// <param name="Rate">Before the first factor.</param>
/// <param name="Factor">Of each time.</param>
public abstract record GeometricSchedule(decimal Rate, decimal Factor) : Schedule
{
    // The rate computed last, in the low half its bits, in the high half its k + 1: one word, because trainings share recipes.
    private ulong _last;

    /// <summary>A copy remembers no rate, since <c>with</c> gives it others.</summary>
    protected GeometricSchedule(GeometricSchedule original)
        : base(original) => (Rate, Factor) = (original.Rate, original.Factor);

    /// <inheritdoc/>
    public sealed override decimal FullRate => Rate;

    /// <inheritdoc/>
    public sealed override float RateAt(int step)
    {
        var passed = Passed(step);
        var last = Volatile.Read(ref _last);
        if (last >> 32 == (ulong)passed + 1)
        {
            return BitConverter.UInt32BitsToSingle((uint)last);
        }

        var rate = Product(passed);
        Volatile.Write(ref _last, (((ulong)passed + 1) << 32) | BitConverter.SingleToUInt32Bits(rate));
        return rate;
    }

    /// <summary>True if the other has the same rate and factor; what either remembers is no part of it.</summary>
    public virtual bool Equals(GeometricSchedule? other) => base.Equals(other) && Rate == other.Rate && Factor == other.Factor;

    /// <inheritdoc/>
    public override int GetHashCode() => (Rate.GetHashCode() * 31) + Factor.GetHashCode();

    /// <summary>How many factors act at a step.</summary>
    protected abstract int Passed(int step);

    private float Product(int passed)
    {
        // Integers, because a product of decimals is rounded at 28 digits.
        var digits = Digits(Rate) * BigInteger.Pow(Digits(Factor), passed);
        var scale = Rate.Scale + ((long)passed * Factor.Scale);
        return float.Parse($"{digits}E-{scale}", CultureInfo.InvariantCulture);
    }

    private static BigInteger Digits(decimal value) =>
        BigInteger.Parse(value.ToString(CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
}
