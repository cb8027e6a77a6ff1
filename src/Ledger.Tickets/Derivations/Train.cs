using Ledger.Arithmetic;
using Ledger.Events.Derivations;
using Ledger.Events.Hashing;
using Ledger.Training.Recipes;

namespace Ledger.Tickets.Derivations;

/// <summary>A trajectory: the endless sequence of states that a recipe leads through from a start state.</summary>
/// <param name="Recipe">Everything but the inputs.</param>
/// <param name="Start">The start state's digest.</param>
/// <param name="Mask">The mask's digest, or null for the dense network.</param>
/// <param name="Data">The data digest.</param>
public sealed record Train(TrainingRecipe Recipe, Digest Start, Digest? Mask, Digest Data) : IOperation
{
    /// <inheritdoc/>
    public Derivation Describe() => Derivation.Of(Kinds.Train, ArithmeticName.ExactF32, Recipe, ("start", Start), ("mask", Mask), ("data", Data));

    /// <summary>The operation that a derivation describes.</summary>
    public static Train Of(Derivation derivation) =>
        new(derivation.ParametersAs<TrainingRecipe>(), derivation.Inputs["start"], derivation.Input("mask"), derivation.Inputs["data"]);
}
