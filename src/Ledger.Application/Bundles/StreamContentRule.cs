using Ledger.Events.Derivations;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Specification;
using Ledger.Events.Streams;
using Ledger.Tickets.Derivations;

namespace Ledger.Application.Bundles;

/// <summary>Every stream holds what its name says: this program never writes otherwise, somebody else might.</summary>
internal sealed class StreamContentRule
{
    private readonly HashSet<StreamName> _diverged = [];

    /// <summary>What is wrong with the next event, or null.</summary>
    public string? Violation(StoredEvent stored, ILedgerEvent recorded)
    {
        var stream = stored.Stream;
        return Named(stored, recorded) switch
        {
            null when IsInPlace(stored, recorded) => null,
            null => $"no such event stands there in a stream of '{stream.Prefix}'",
            { } digest when StreamName.Of(stream.Prefix, digest, stream.Number) == stream => null,
            { } digest => $"it speaks of {stream.Prefix}-{digest.ToBase32()}",
        };
    }

    /// <summary>What the stream must be named for, by an event that says it.</summary>
    private static Digest? Named(StoredEvent stored, ILedgerEvent recorded) => (stored.Stream.Prefix, recorded) switch
    {
        ("run", RunStarted started) when stored.Version == 1 => RunIdentity.Run(started.Experiment, started.Replicate),
        ("experiment", ExperimentDeclared declared) when stored.Version == 1 => RunIdentity.Experiment(declared.Specification),
        ("train", TrainingStarted { Derivation: { Kind: Kinds.Train } derivation }) when stored.Version == 1 => derivation.Key.Digest,
        ("init", WeightsInitialized made) when stored.Version == 1 => Of(made.Derivation, Kinds.Initialize),
        ("state", StateCaptured made) when stored.Version == 1 => Of(made.Derivation, Kinds.State),
        ("mask", MaskDrawn made) when stored.Version == 1 => Of(made.Derivation, Kinds.DrawMask),
        ("rewind", WeightsRewound made) when stored.Version == 1 => Of(made.Derivation, Kinds.Rewind),
        ("eval", TicketEvaluated made) when stored.Version == 1 => Of(made.Derivation, Kinds.Evaluate),
        ("audit", DerivationDisputed disputed) => disputed.Key.Digest,
        ("audit", DerivationRefuted refuted) => refuted.Key.Digest,
        ("audit", HistoryImported imported) => imported.Key.Digest,
        ("audit", HistoryConfirmed confirmed) => confirmed.Key.Digest,
        ("audit", ReplayVerified verified) => verified.Run,
        ("audit", ReplaySampled sampled) => sampled.Run,
        ("claim", ClaimRegistered registered) when stored.Version == 1 => registered.Claim.Digest,
        ("claim", SeedDrawn drawn) when stored.Version > 1 => drawn.Claim,
        _ => null,
    };

    private static Digest? Of(Derivation derivation, string kind) => derivation.Kind == kind ? derivation.Key.Digest : null;

    /// <summary>True for an event that says nothing of its stream's name and may stand where it does.</summary>
    private bool IsInPlace(StoredEvent stored, ILedgerEvent recorded) => (stored.Stream.Prefix, recorded) switch
    {
        ("run", DerivationUsed or RewindPointMarked or TicketDrawn or RunCompleted or RunDiverged) => stored.Version > 1,
        ("train", StepTrained step) => step.Step == stored.Version - 1 && !_diverged.Contains(stored.Stream),
        ("train", TrainingDiverged diverged) => diverged.Step == stored.Version - 1 && _diverged.Add(stored.Stream),
        ("attempt", AttemptStarted) => stored.Version == 1,
        ("attempt", DerivationComputed or AttemptInterrupted or AttemptFailed or AttemptCompleted) => stored.Version > 1,
        _ => false,
    };
}
