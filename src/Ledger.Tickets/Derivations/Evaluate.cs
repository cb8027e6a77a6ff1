using Ledger.Arithmetic;
using Ledger.Events.Derivations;
using Ledger.Events.Hashing;
using Ledger.Training.Data;
using Ledger.Training.Networks;
using Ledger.Training.Recipes;

namespace Ledger.Tickets.Derivations;

/// <summary>Counts what a state does on a list of samples.</summary>
/// <param name="Network">Layer by layer.</param>
/// <param name="Preparation">Versioned name of how bytes become inputs.</param>
/// <param name="Loss">Versioned name of the loss.</param>
/// <param name="Samples">The list.</param>
/// <param name="State">The state's digest.</param>
/// <param name="Mask">The mask's digest, or null for the dense network.</param>
/// <param name="Data">The data digest.</param>
/// <param name="Images">How images become inputs; null for features taken byte by byte.</param>
public sealed record Evaluate(
    NetworkDescription Network, string Preparation, string Loss, SampleRange Samples, Digest State, Digest? Mask, Digest Data, ImageRecipe? Images = null) : IOperation
{
    /// <inheritdoc/>
    public Derivation Describe() => Derivation.Of(
        Kinds.Evaluate, ArithmeticName.ExactF32, new Settings(Network, Preparation, Loss, Samples, Images), ("state", State), ("mask", Mask), ("data", Data));

    /// <summary>The operation that a derivation describes.</summary>
    public static Evaluate Of(Derivation derivation)
    {
        var (network, preparation, loss, samples, images) = derivation.ParametersAs<Settings>();
        return new Evaluate(network, preparation, loss, samples, derivation.Inputs["state"], derivation.Input("mask"), derivation.Inputs["data"], images);
    }

    private sealed record Settings(NetworkDescription Network, string Preparation, string Loss, SampleRange Samples, ImageRecipe? Images = null);
}
