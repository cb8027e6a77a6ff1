using Ledger.Application.Addresses;
using Ledger.Events.Hashing;

namespace Ledger.Application.Replays;

/// <summary>What is to be replayed of a run.</summary>
/// <param name="Run">The run's digest.</param>
/// <param name="Round">One round alone; null for the whole run.</param>
/// <param name="Step">Of the round: its training up to this step.</param>
/// <param name="Part">Of the round: what made this object.</param>
public sealed record ReplayTarget(Digest Run, int? Round = null, int? Step = null, AddressPart? Part = null)
{
    /// <summary>True if nothing of the run is left out.</summary>
    public bool IsWholeRun => Round is null;

    /// <summary>That a run has not what is named here, for people.</summary>
    internal string Absence => this switch
    {
        { Round: 0, Part: AddressPart.Mask } => "round 0 is dense: it has no mask",
        { Step: { } step } => $"run {Run.ToShortString()} took no state of round {Round} at or after step {step}; ledger show {Run.ToShortString()} lists what it did",
        { Part: { } part } => $"run {Run.ToShortString()} has no {part.ToString().ToLowerInvariant()} of round {Round} yet; ledger show {Run.ToShortString()} lists what it did",
        _ => $"run {Run.ToShortString()} did nothing in round {Round} yet; ledger show {Run.ToShortString()} lists what it did",
    };

    /// <summary>What an address names.</summary>
    public static ReplayTarget Of(ResolvedAddress found) => found.Address is { Round: null, Step: null, Part: null }
        ? new ReplayTarget(found.Run.Run)
        : new ReplayTarget(found.Run.Run, found.Round.Round, found.Step, found.Address.Part);
}
