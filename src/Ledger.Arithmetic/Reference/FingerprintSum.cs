namespace Ledger.Arithmetic.Reference;

/// <summary>The fingerprint as its definition reads.</summary>
internal static class FingerprintSum
{
    /// <summary>Σ bits(i)·key(i) mod 2⁶⁴ for both key sequences, i counted from <paramref name="start"/>; any order gives the same sums.</summary>
    public static Fingerprint Of(ReadOnlySpan<float> elements, int start = 0)
    {
        var (first, second) = (0ul, 0ul);
        for (var n = 0; n < elements.Length; n++)
        {
            var i = start + n;
            var (block, lane) = (i / FingerprintKeys.BlockSize, i % FingerprintKeys.Lanes);
            var product = (ulong)BitConverter.SingleToUInt32Bits(elements[n]) * FingerprintKeys.Elements[i % FingerprintKeys.BlockSize];
            first = unchecked(first + product * FingerprintKeys.First(block, lane));
            second = unchecked(second + product * FingerprintKeys.Second(block, lane));
        }

        return new Fingerprint(first, second);
    }
}
