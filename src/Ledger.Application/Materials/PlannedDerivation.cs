using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Tickets.Derivations;

namespace Ledger.Application.Materials;

/// <summary>One derivation to be done again on the way to something that is no longer stored.</summary>
/// <param name="Maker">What is recorded of it.</param>
/// <param name="Train">Of a captured state: its trajectory.</param>
/// <param name="From">Of a captured state: the state to go on from.</param>
/// <param name="FromStep">Of a captured state: the steps that led to <paramref name="From"/>.</param>
public sealed record PlannedDerivation(IDerivationEvent Maker, Train? Train = null, Digest? From = null, int FromStep = 0)
{
    /// <summary>What comes out.</summary>
    public Digest Output => Maker.Output;

    /// <summary>Training steps it costs.</summary>
    public int Steps => Train is null ? 0 : TakeState.Of(Maker.Derivation).Step - FromStep;

    /// <summary>What is done, for people.</summary>
    public string Description => Maker switch
    {
        WeightsInitialized => $"draw the initial weights ({Maker.Output.ToShortString()})",
        WeightsRewound => $"rewind to the rewind point under its mask ({Maker.Output.ToShortString()})",
        MaskDrawn => $"draw the mask ({Maker.Output.ToShortString()})",
        _ => $"train {Steps} steps, {FromStep} to {FromStep + Steps} ({Maker.Output.ToShortString()})",
    };
}
