namespace Ledger.Events.Recorded;

/// <summary>An attempt reached the end of its run.</summary>
/// <param name="StepsTrained">Training steps computed and recorded.</param>
/// <param name="StepsReused">Training steps answered from the ledger.</param>
public sealed record AttemptCompleted(long StepsTrained, long StepsReused) : ILedgerEvent;
