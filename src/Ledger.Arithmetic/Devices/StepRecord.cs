namespace Ledger.Arithmetic.Devices;

/// <summary>What a device reports of one training step.</summary>
/// <param name="Loss">Mean loss of the batch, before the update.</param>
/// <param name="Correct">Samples of the batch whose first largest logit is the label's.</param>
/// <param name="Fingerprint">Of all parameters and statistics after the update.</param>
/// <param name="IsFinite">False if any pre-activation, gradient, loss or parameter of the step was infinite or NaN.</param>
public readonly record struct StepRecord(float Loss, int Correct, Fingerprint Fingerprint, bool IsFinite);
