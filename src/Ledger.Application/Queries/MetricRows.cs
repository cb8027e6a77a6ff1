using Ledger.Events.Hashing;

namespace Ledger.Application.Queries;

/// <summary>One training step of a run.</summary>
/// <param name="Run">The run's short id.</param>
/// <param name="Name">The experiment's name, if it is known.</param>
/// <param name="Replicate">Which replicate.</param>
/// <param name="Round">The round.</param>
/// <param name="Step">Updates since the start of the round's training, this one included.</param>
/// <param name="ScheduleStep">The same, counted on the schedule, where later rounds begin at the rewind step.</param>
/// <param name="Loss">Mean loss of the batch, before the update.</param>
/// <param name="Correct">Samples of the batch classified as labelled, before the update.</param>
/// <param name="Batch">Samples of the batch.</param>
/// <param name="Fingerprint">Of all parameters and statistics after the update.</param>
public sealed record StepRow(string Run, string? Name, int Replicate, int Round, int Step, int ScheduleStep, float Loss, int Correct, int Batch, Hex128 Fingerprint);

/// <summary>One evaluation of a run.</summary>
/// <param name="Run">The run's short id.</param>
/// <param name="Name">The experiment's name, if it is known.</param>
/// <param name="Replicate">Which replicate.</param>
/// <param name="Round">The round.</param>
/// <param name="Kept">Prunable weights that the round's ticket keeps.</param>
/// <param name="Prunable">Prunable weights.</param>
/// <param name="Step">Updates since the start of the round's training.</param>
/// <param name="Split">The list of samples.</param>
/// <param name="Loss">Mean loss.</param>
/// <param name="Correct">Samples classified as labelled.</param>
/// <param name="Total">Samples of the list.</param>
public sealed record EvaluationRow(string Run, string? Name, int Replicate, int Round, int Kept, int Prunable, int Step, string Split, float? Loss, int Correct, int Total);
