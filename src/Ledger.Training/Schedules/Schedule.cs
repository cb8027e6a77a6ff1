using System.Globalization;
using System.Text.Json.Serialization;

namespace Ledger.Training.Schedules;

/// <summary>
/// Learning rates as a function of the step: steps count from the schedule's start, in every part of it. A rate is computed exactly (a cosine
/// in fixed binary64 operations) and rounded once to binary32; asking for the next one allocates nothing.
/// </summary>
[JsonConverter(typeof(ScheduleConverter))]
public abstract record Schedule
{
    // Enough for the sign, 29 digits and the point of any decimal.
    private const int LongestText = 32;

    /// <summary>The rate of update <paramref name="step"/> + 1.</summary>
    public abstract float RateAt(int step);

    /// <summary>The rate that it is declared with: what a warm-up rises to.</summary>
    protected internal abstract decimal FullRate { get; }

    /// <summary>A decimal rounded once to the nearest binary32 (a cast would round twice, through binary64).</summary>
    public static float ToBinary32(decimal value)
    {
        Span<char> text = stackalloc char[LongestText];
        value.TryFormat(text, out var length, provider: CultureInfo.InvariantCulture);
        return float.Parse(text[..length], CultureInfo.InvariantCulture);
    }

    /// <summary>A decimal rounded to the nearest binary64.</summary>
    internal static double ToBinary64(decimal value)
    {
        Span<char> text = stackalloc char[LongestText];
        value.TryFormat(text, out var length, provider: CultureInfo.InvariantCulture);
        return double.Parse(text[..length], CultureInfo.InvariantCulture);
    }
}
