using Ledger.Arithmetic;
using Ledger.Events.Derivations;
using Ledger.Events.Hashing;
using Ledger.Training.Networks;

namespace Ledger.Tickets.Derivations;

/// <summary>Makes the state that a ticket trains from.</summary>
/// <param name="Network">Layer by layer.</param>
/// <param name="Treatment">What becomes of kept and pruned weights and of the slots.</param>
/// <param name="Mask">The mask's digest.</param>
/// <param name="State">The rewind point's digest.</param>
public sealed record RewindWeights(NetworkDescription Network, Treatments.Treatment Treatment, Digest Mask, Digest State) : IOperation
{
    /// <inheritdoc/>
    public Derivation Describe() =>
        Derivation.Of(Kinds.Rewind, ArithmeticName.ExactF32, new Settings(Network, Treatment), ("mask", Mask), ("state", State));

    /// <summary>The operation that a derivation describes.</summary>
    public static RewindWeights Of(Derivation derivation)
    {
        var (network, treatment) = derivation.ParametersAs<Settings>();
        return new RewindWeights(network, treatment, derivation.Inputs["mask"], derivation.Inputs["state"]);
    }

    private sealed record Settings(NetworkDescription Network, Treatments.Treatment Treatment);
}
