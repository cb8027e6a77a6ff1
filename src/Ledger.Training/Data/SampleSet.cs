namespace Ledger.Training.Data;

/// <summary>Decoded samples and labels: what a data digest is taken over.</summary>
/// <param name="Features">Bytes of a sample.</param>
/// <param name="Samples">Row-major: sample, row, column, channel.</param>
/// <param name="Labels">One byte a sample.</param>
public sealed record SampleSet(int Features, ReadOnlyMemory<byte> Samples, ReadOnlyMemory<byte> Labels)
{
    /// <summary>Number of samples.</summary>
    public int Count => Labels.Length;
}
