using System.Numerics;

namespace Ledger.Application.Differences;

/// <summary>Which of some weights two masks keep.</summary>
/// <param name="OnlyInA">Kept by one alone.</param>
/// <param name="OnlyInB">Kept by the other alone.</param>
/// <param name="InBoth">Kept by both.</param>
/// <param name="Total">Weights there are.</param>
public sealed record MaskOverlap(int OnlyInA, int OnlyInB, int InBoth, int Total)
{
    /// <summary>Of no weights.</summary>
    public static MaskOverlap Empty { get; } = new(0, 0, 0, 0);

    /// <summary>Weights that both keep, over those that either keeps; 1 where neither keeps any.</summary>
    public double Jaccard => Ratio(InBoth, OnlyInA + OnlyInB + InBoth);

    /// <summary>Weights that both would keep on average if masks of these sizes were drawn at random: |A|·|B|/n.</summary>
    public double ChanceInBoth => Total == 0 ? 0 : (double)(OnlyInA + InBoth) * (OnlyInB + InBoth) / Total;

    /// <summary>The Jaccard index of that overlap.</summary>
    public double ChanceJaccard => Ratio(ChanceInBoth, OnlyInA + OnlyInB + (2 * InBoth) - ChanceInBoth);

    /// <summary>The overlap of more weights.</summary>
    public static MaskOverlap operator +(MaskOverlap left, MaskOverlap right) =>
        new(left.OnlyInA + right.OnlyInA, left.OnlyInB + right.OnlyInB, left.InBoth + right.InBoth, left.Total + right.Total);

    /// <summary>The overlap of one layer's packed bits.</summary>
    /// <param name="a">Eight weights a byte.</param>
    /// <param name="b">As many bytes.</param>
    /// <param name="total">Weights of the layer.</param>
    public static MaskOverlap Of(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, int total)
    {
        var (onlyInA, onlyInB, inBoth) = (0, 0, 0);
        for (var i = 0; i < a.Length; i++)
        {
            onlyInA += BitOperations.PopCount((uint)(a[i] & ~b[i]));
            onlyInB += BitOperations.PopCount((uint)(b[i] & ~a[i]));
            inBoth += BitOperations.PopCount((uint)(a[i] & b[i]));
        }

        return new MaskOverlap(onlyInA, onlyInB, inBoth, total);
    }

    private static double Ratio(double part, double whole) => whole == 0 ? 1 : part / whole;
}
