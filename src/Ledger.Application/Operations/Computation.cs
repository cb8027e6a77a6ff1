using Ledger.Application.Failures;
using Ledger.Arithmetic.Devices;
using Ledger.Events.Recorded;
using Ledger.Tickets.Derivations;
using Ledger.Tickets.Pruning;
using Ledger.Tickets.Treatments;
using Ledger.Training.Data;
using Ledger.Training.Execution;
using Ledger.Training.Initialisers;
using Ledger.Training.States;

namespace Ledger.Application.Operations;

/// <summary>What each derivation computes: pure functions of the operation and its inputs.</summary>
public static class Computation
{
    /// <summary>Draws the first state.</summary>
    /// <exception cref="NotFoundException">The scheme is unknown here.</exception>
    public static NetworkState Initialize(InitializeWeights operation)
    {
        var scheme = InitialiserCatalogue.Find(operation.Scheme) ?? throw new NotFoundException($"initialiser '{operation.Scheme}' is unknown here; known are {string.Join(", ", InitialiserCatalogue.Names)}");
        return new NetworkState(operation.Network, scheme.Draw(operation.Network, operation.Seed));
    }

    /// <summary>Prunes a mask further.</summary>
    public static (WeightMask Mask, IReadOnlyList<LayerDensity> Layers) DrawMask(DrawMask operation, WeightMask? previous, NetworkState final) =>
        MaskDrawer.Draw(operation.Rule, previous ?? WeightMask.Dense(operation.Rule.Network), final);

    /// <summary>Makes the state that a ticket trains from.</summary>
    public static NetworkState Rewind(RewindWeights operation, WeightMask mask, NetworkState rewindPoint) =>
        Rewinder.Rewind(operation.Treatment, mask, rewindPoint);

    /// <summary>Evaluates a state.</summary>
    public static Evaluation Evaluate(IDevice device, Evaluate operation, NetworkState state, WeightMask? mask, DataSource data) =>
        Evaluation.Of(device, state, mask, operation.Samples.Of == "test" ? data.Test : data.Train, operation.Samples, operation.Images);
}
