using Ledger.Events.Hashing;

namespace Ledger.Events.Recorded;

/// <summary>One update of a trajectory.</summary>
/// <param name="Step">Updates since the trajectory's start, this one included.</param>
/// <param name="Loss">Mean loss of the step's batch, before the update.</param>
/// <param name="Correct">Samples of the batch classified as labelled, before the update.</param>
/// <param name="Fingerprint">Of all parameters and statistics after the update.</param>
public sealed record StepTrained(int Step, float Loss, int Correct, Hex128 Fingerprint) : ILedgerEvent;
