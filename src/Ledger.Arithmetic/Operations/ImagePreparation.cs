namespace Ledger.Arithmetic.Operations;

/// <summary>
/// How an image's bytes become inputs. Target pixel (r, c) shows the byte at (r + moveRow − pad, c′ + moveColumn − pad) of the source,
/// c′ = c, or the mirrored column where the sample is reflected; bytes outside the source are 0. Then v = byte / 255, and where there are
/// means (v − mean[channel]) / deviation[channel], every operation rounded to binary32.
/// </summary>
/// <remarks>
/// The random words of sample b of a batch are those of Philox (seed, purpose 5, layer 0, step) at indices 4b, 4b + 1, 4b + 2: reflected if
/// the first one's highest bit is set; moveRow = word · (2·shift + 1) div 2³² − shift of the second, moveColumn likewise of the third.
/// </remarks>
/// <param name="Rows">Rows of the source.</param>
/// <param name="Columns">Columns of the source.</param>
/// <param name="Channels">Channels of both.</param>
/// <param name="Pad">Pixels added on every side: the target has Rows + 2·Pad rows.</param>
/// <param name="Reflect">True if half of the samples are mirrored.</param>
/// <param name="Shift">Greatest move in either direction; 0 for none.</param>
/// <param name="Seed">Stream seed of the random words.</param>
/// <param name="Means">Of each channel, or null.</param>
/// <param name="Deviations">Of each channel, or null.</param>
public sealed record ImagePreparation(
    int Rows,
    int Columns,
    int Channels,
    int Pad,
    bool Reflect,
    int Shift,
    ulong Seed,
    IReadOnlyList<float>? Means,
    IReadOnlyList<float>? Deviations)
{
    /// <summary>Bytes of a source image.</summary>
    public int SourceSize => Rows * Columns * Channels;

    /// <summary>Elements of a target image.</summary>
    public int TargetSize => (Rows + (2 * Pad)) * (Columns + (2 * Pad)) * Channels;
}
