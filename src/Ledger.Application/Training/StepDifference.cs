using Ledger.Events.Recorded;

namespace Ledger.Application.Training;

/// <summary>The first step at which a recorded and a computed history differ.</summary>
/// <param name="Step">Which one.</param>
/// <param name="Recorded">As recorded; null if it is recorded that the training diverged there.</param>
/// <param name="Found">As computed; null if the training diverged there, which the reference kernels confirmed.</param>
public sealed record StepDifference(int Step, StepTrained? Recorded, StepTrained? Found);
