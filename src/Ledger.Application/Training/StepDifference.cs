using Ledger.Events.Recorded;

namespace Ledger.Application.Training;

/// <summary>The first step at which a recorded and a computed history differ.</summary>
public sealed record StepDifference(StepTrained Recorded, StepTrained Found);
