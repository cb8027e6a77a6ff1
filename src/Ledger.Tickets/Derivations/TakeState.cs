using Ledger.Arithmetic;
using Ledger.Events.Derivations;

namespace Ledger.Tickets.Derivations;

/// <summary>The state of a trajectory after some of its steps.</summary>
/// <param name="Trajectory">The trajectory's key.</param>
/// <param name="Step">Steps since its start.</param>
public sealed record TakeState(DerivationKey Trajectory, int Step) : IOperation
{
    /// <inheritdoc/>
    public Derivation Describe() => Derivation.Of(Kinds.State, ArithmeticName.ExactF32, new Point(Step), ("trajectory", Trajectory.Digest));

    /// <summary>The operation that a derivation describes.</summary>
    public static TakeState Of(Derivation derivation) => new(new DerivationKey(derivation.Inputs["trajectory"]), derivation.ParametersAs<Point>().Step);

    private sealed record Point(int Step);
}
