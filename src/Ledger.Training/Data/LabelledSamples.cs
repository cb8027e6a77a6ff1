namespace Ledger.Training.Data;

/// <summary>Images or feature vectors and their labels, from two arrays that must belong together.</summary>
internal static class LabelledSamples
{
    /// <summary>The samples of two arrays.</summary>
    /// <param name="place">What messages call the labels' file.</param>
    /// <param name="sampleExtents">Samples first.</param>
    /// <param name="samples">Row-major.</param>
    /// <param name="labelExtents">Samples alone.</param>
    /// <param name="labels">One byte a sample.</param>
    /// <param name="classes">Every label is below it.</param>
    /// <exception cref="DataFileException">There are not as many labels as samples, or a label is out of range.</exception>
    public static SampleSet Of(string place, IReadOnlyList<int> sampleExtents, ReadOnlyMemory<byte> samples, IReadOnlyList<int> labelExtents, ReadOnlyMemory<byte> labels, int classes)
    {
        if (labelExtents.Count != 1 || sampleExtents[0] != labelExtents[0])
        {
            throw Mismatch($"holds {string.Join(" × ", labelExtents)} labels, wanted {sampleExtents[0]}, one an image; the files do not belong together");
        }

        var stray = labels.Span.IndexOfAnyExceptInRange((byte)0, (byte)(classes - 1));
        return stray < 0
            ? new SampleSet(samples.Length / labels.Length, samples, labels)
            : throw Mismatch($"label {stray} is {labels.Span[stray]}, wanted 0 to {classes - 1}; fetch the files again");

        DataFileException Mismatch(string finding) => new($"{place}: {finding}", isMissing: false);
    }
}
