using Ledger.Events.Streams;

namespace Ledger.Application.Projections;

/// <summary>One time that somebody worked on a run.</summary>
/// <param name="Stream">Where it is recorded.</param>
/// <param name="Name">The experiment's name then.</param>
/// <param name="Status">How it ended; a run that diverged came to its end.</param>
/// <param name="Began">UTC, ISO 8601, if it is known.</param>
/// <param name="Device">What computed, if it is known.</param>
/// <param name="StepsTrained">Training steps computed, once it is done.</param>
/// <param name="StepsReused">Training steps answered from the ledger, once it is done.</param>
/// <param name="Reason">Of a failure: what the user was told.</param>
public sealed record RunAttempt(
    StreamName Stream, string Name, AttemptStatus Status, string? Began, string? Device, long? StepsTrained = null, long? StepsReused = null, string? Reason = null);
