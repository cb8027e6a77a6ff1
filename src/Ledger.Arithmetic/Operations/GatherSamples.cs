using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Operations;

/// <summary>
/// batch[b, …] = the samples of <paramref name="Indices"/> as inputs: byte / 255, one division rounded to binary32; as images also reflected,
/// moved, padded and standardised as <paramref name="Images"/> says.
/// </summary>
/// <param name="Samples">Raw bytes [sample, feature].</param>
/// <param name="Indices">Which samples.</param>
/// <param name="Batch">[sample, feature] or [sample, row, column, channel].</param>
/// <param name="Images">Null for features that are taken as they are.</param>
/// <param name="Step">Whose <see cref="StepValues.Step"/> the random words are drawn for.</param>
public sealed record GatherSamples(
    ByteTensor Samples,
    IndexTensor Indices,
    Tensor Batch,
    ImagePreparation? Images,
    StepValues Step) : Operation
{
    /// <inheritdoc/>
    public override IEnumerable<Output> Outputs => [new Output(Batch)];

    /// <inheritdoc/>
    public override Operation On(IPlacement placement) => this with
    {
        Samples = placement.Of(Samples),
        Indices = placement.Of(Indices),
        Batch = placement.Of(Batch),
    };

    /// <inheritdoc/>
    internal override void Check()
    {
        Equal(Indices.Length, Batch.Shape.Rows, Batch);
        Equal(Samples.Shape.Columns, Images?.SourceSize ?? Batch.Shape.Columns, Batch);
        Equal(Batch.Shape.Columns, Images?.TargetSize ?? Batch.Shape.Columns, Batch);
        Equal(Images?.Means?.Count ?? Images?.Channels ?? 0, Images?.Channels ?? 0, Batch);
        Equal(Images?.Deviations?.Count ?? 0, Images?.Means?.Count ?? 0, Batch);
    }
}
