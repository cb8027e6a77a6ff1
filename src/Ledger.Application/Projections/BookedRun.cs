using Ledger.Application.Sharing;
using Ledger.Events.Hashing;
using Ledger.Events.Streams;

namespace Ledger.Application.Projections;

/// <summary>A run in a list: what it is, how it stands, how good it is.</summary>
/// <param name="Id">The short id that addresses take.</param>
/// <param name="Run">The run's digest; absent for one that somebody offered without declaring its experiment.</param>
/// <param name="Stream">The stream that records it, or will; its first one.</param>
/// <param name="Name">The experiment's name at the latest attempt, or when it was offered.</param>
/// <param name="Experiment">The experiment's digest, if it is known.</param>
/// <param name="Replicate">Which replicate, if it is known.</param>
/// <param name="Seed">The run's seed, if it is known.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Round">The latest round that has a ticket.</param>
/// <param name="RoundsDone">Rounds whose training has ended.</param>
/// <param name="Rounds">The last round that the specification asks for.</param>
/// <param name="Kept">Prunable weights kept by the latest ticket.</param>
/// <param name="Total">Prunable weights.</param>
/// <param name="Steps">Training steps over all rounds: to the last state used, and on a board to the last recorded one.</param>
/// <param name="Evaluations">The latest evaluation on each list of samples.</param>
/// <param name="Result">The result digest of a run that is done.</param>
/// <param name="Recording">Which recorded history of the run this is; more than 1 after a refutation.</param>
/// <param name="IsUnconfirmed">True if that history was imported and nobody computed it here yet.</param>
/// <param name="Disputes">Recorded contradictions of derivations that the run used.</param>
/// <param name="Replays">Recorded replays that found every bit equal.</param>
/// <param name="Attempts">Who worked on it, oldest first.</param>
/// <param name="Training">The training in progress, if it is known.</param>
/// <param name="Holder">Who has it, or had it last: host, process and a number.</param>
/// <param name="Expires">UTC, until when he has it if he says no more.</param>
public sealed record BookedRun(
    string Id,
    Digest? Run,
    StreamName Stream,
    string? Name,
    Digest? Experiment,
    int? Replicate,
    ulong? Seed,
    RunStatus Status,
    int? Round,
    int RoundsDone,
    int? Rounds,
    int? Kept,
    int? Total,
    long Steps,
    IReadOnlyList<EvaluationUse> Evaluations,
    Digest? Result,
    int Recording,
    bool IsUnconfirmed,
    int Disputes,
    int Replays,
    IReadOnlyList<RunAttempt> Attempts,
    OpenTraining? Training = null,
    string? Holder = null,
    DateTimeOffset? Expires = null)
{
    /// <summary>What people call it, for example <c>quick.3</c>, as far as that is known.</summary>
    public string? Label => Name is { } name && Replicate is { } replicate ? new RunLabel(name, replicate).ToString() : Name;

    /// <summary>When the first attempt began, if it is known.</summary>
    public string? Began => Attempts.Select(static attempt => attempt.Began).FirstOrDefault(static began => began is not null);

    /// <summary>The latest evaluation on a list of samples, or null.</summary>
    public EvaluationUse? On(string split) => Evaluations.FirstOrDefault(evaluation => evaluation.Split == split);
}
