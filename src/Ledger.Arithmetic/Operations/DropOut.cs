using Ledger.Arithmetic.Random;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Operations;

/// <summary>
/// y = kept ? y·scale : +0, in place; kept where the Philox word (seed, purpose 4, layer, step) at the element's index within the batch is at
/// least floor(rate · 2³²). The same operation on the gradient is its own gradient (Srivastava et al. 2014).
/// </summary>
/// <param name="Y">Activations, or their gradient.</param>
/// <param name="Seed">Stream seed.</param>
/// <param name="Layer">Number of the dropout layer within its network, from 0.</param>
/// <param name="Threshold">floor(rate · 2³²).</param>
/// <param name="Scale">1 / (1 − rate), rounded once.</param>
/// <param name="Step">Whose <see cref="StepValues.Step"/> the words are drawn for.</param>
public sealed record DropOut(
    Tensor Y,
    ulong Seed,
    uint Layer,
    uint Threshold,
    float Scale,
    StepValues Step) : Operation
{
    /// <inheritdoc/>
    public override IEnumerable<Output> Outputs => [new Output(Y)];

    /// <inheritdoc/>
    public override Operation On(IPlacement placement) => this with
    {
        Y = placement.Of(Y),
    };

    internal PhiloxStream Stream => new(Seed, Purpose.Dropout, Layer, Step.Step);

    /// <inheritdoc/>
    internal override void Check()
    {
        // One operand fits itself.
    }
}
