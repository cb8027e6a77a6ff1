namespace Ledger.Events.Recorded;

/// <summary>A step gave an infinite or undefined number; the trajectory ends before it.</summary>
/// <param name="Step">The step that could not be made.</param>
public sealed record TrainingDiverged(int Step) : ILedgerEvent;
