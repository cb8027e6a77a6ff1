using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Random;

namespace Ledger.Arithmetic.Reference;

/// <summary>A batch out of a data set.</summary>
internal static class Gathering
{
    /// <summary>batch[b, …] = samples[indices[b], …] / 255, one division; as images also reflected, moved, padded and standardised.</summary>
    public static void Samples(ReadOnlySpan<byte> samples, ReadOnlySpan<int> indices, ImagePreparation? images, uint step, Span<float> batch)
    {
        var target = batch.Length / indices.Length;
        var source = images?.SourceSize ?? target;
        for (var b = 0; b < indices.Length; b++)
        {
            var bytes = samples.Slice(indices[b] * source, source);
            var row = batch.Slice(b * target, target);
            if (images is null)
            {
                Features(bytes, row);
            }
            else
            {
                Image(images, ImageMove.Draw(images, step, (uint)b), bytes, row);
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

    /// <summary>row[i] = bytes[i] / 255, one division.</summary>
    public static void Features(ReadOnlySpan<byte> bytes, Span<float> row)
    {
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = bytes[i] / 255f;
        }
    }

    private static void Image(ImagePreparation images, ImageMove move, ReadOnlySpan<byte> bytes, Span<float> row)
    {
        var (rows, columns) = (images.Rows + 2 * images.Pad, images.Columns + 2 * images.Pad);
        for (var i = 0; i < row.Length; i++)
        {
            var (pixel, channel) = Math.DivRem(i, images.Channels);
            var (r, c) = Math.DivRem(pixel, columns);
            var (sourceRow, sourceColumn) = (r + move.Rows - images.Pad, (move.IsReflected ? columns - 1 - c : c) + move.Columns - images.Pad);
            var isInside = sourceRow >= 0 && sourceRow < images.Rows && sourceColumn >= 0 && sourceColumn < images.Columns;
            var value = (isInside ? bytes[(sourceRow * images.Columns + sourceColumn) * images.Channels + channel] : 0) / 255f;
            row[i] = images.Means is { } means ? (value - means[channel]) / images.Deviations![channel] : value;
        }
    }
}
