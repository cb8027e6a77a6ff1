using Ledger.Application.Addresses;
using Ledger.Cli.Screens;
using Ledger.Events.Recorded;
using Ledger.Tickets.Derivations;

namespace Ledger.Cli.History;

/// <summary>What an event says, in a few words.</summary>
internal static class EventText
{
    /// <summary>The words.</summary>
    public static string Of(ILedgerEvent recorded) => recorded switch
    {
        ExperimentDeclared e => $"{e.Specification.Method.Name} of {e.Specification.Network} on {e.Specification.Data.Set}",
        RunStarted e => $"replicate {e.Replicate} of {ShortId.Of(e.Experiment)}, seed {e.Seed}",
        DerivationUsed e => $"round {e.Round} {e.Kind}{(e.Step is { } step ? $" @{step}" : "")}{(e.Split is { } split ? $" {split}" : "")} → {e.Output.ToShortString()}",
        RewindPointMarked e => $"@{e.Step}, state {e.State.ToShortString()}",
        TicketDrawn e => $"round {e.Round}, {Numbers.Density((double)e.Kept / e.Total)}, ticket {e.Ticket.ToShortString()}",
        RunCompleted e => $"result {e.Result.ToShortString()}",
        RunDiverged e => $"round {e.Round}, step {e.Step}",
        WeightsInitialized e => $"state {e.Output.ToShortString()}",
        TrainingStarted e => $"from state {Train.Of(e.Derivation).Start.ToShortString()}",
        StepTrained e => $"@{e.Step} loss {e.Loss:R}, {e.Correct} correct, {e.Fingerprint}",
        TrainingDiverged e => $"@{e.Step}",
        StateCaptured e => $"@{TakeState.Of(e.Derivation).Step}, state {e.Output.ToShortString()}",
        MaskDrawn e => $"mask {e.Output.ToShortString()}, keeps {Numbers.Count(e.Layers.Sum(static layer => layer.Kept))}",
        WeightsRewound e => $"state {e.Output.ToShortString()}, ticket {e.Ticket.ToShortString()}",
        TicketEvaluated e => $"{Numbers.Percent((double)e.Correct / e.Total)} of {Numbers.Count(e.Total)}, loss {e.Loss?.ToString("R") ?? "not finite"}",
        _ => OfAttempt(recorded),
    };

    private static string OfAttempt(ILedgerEvent recorded) => recorded switch
    {
        AttemptStarted e => $"{e.Name}",
        DerivationComputed e => $"{e.Kind}{(e.ToStep is { } last ? $" @{e.FromStep}..{last}" : "")}",
        AttemptFailed e => e.Reason,
        AttemptCompleted e => $"{Numbers.Count(e.StepsTrained, "step")} trained, {Numbers.Count(e.StepsReused)} found",
        DerivationDisputed e => $"{e.Kind} attempt {e.Attempt}{At(e.Step)}: recorded {e.Recorded.ToShortString()}, found {e.Found.ToShortString()}",
        DerivationRefuted e => $"{e.Kind} attempt {e.Attempt}{At(e.Step)}",
        ReplayVerified e => $"{Numbers.Count(e.Steps, "step")}, {Numbers.Count(e.Derivations, "derivation")}, all equal",
        ReplaySampled e => $"{Numbers.Count(e.Steps, "step")}, {Numbers.Count(e.Checked)} of {Numbers.Count(e.Total, "segment")} drawn by {e.Draw}, all equal",
        _ => "",
    };

    private static string At(int? step) => step is { } at ? $" @{at}" : "";
}
