namespace Ledger.Arithmetic.Reference;

/// <summary>A batch out of a data set.</summary>
internal static class Gathering
{
    /// <summary>batch[b, i] = samples[indices[b], i] / 255, one division.</summary>
    public static void Samples(ReadOnlySpan<byte> samples, ReadOnlySpan<int> indices, Span<float> batch)
    {
        var features = batch.Length / indices.Length;
        for (var b = 0; b < indices.Length; b++)
        {
            for (var i = 0; i < features; i++)
            {
                batch[b * features + i] = samples[indices[b] * features + i] / 255f;
            }
        }
    }

    /// <summary>batch[b] = labels[indices[b]].</summary>
    public static void Labels(ReadOnlySpan<byte> labels, ReadOnlySpan<int> indices, Span<byte> batch)
    {
        for (var b = 0; b < indices.Length; b++)
        {
            batch[b] = labels[indices[b]];
        }
    }
}
