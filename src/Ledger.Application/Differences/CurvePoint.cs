namespace Ledger.Application.Differences;

/// <summary>A point of two learning curves.</summary>
/// <param name="Step">The last of the steps that it is the mean of: those since the last point, in long trainings the last few.</param>
/// <param name="A">One; null if it has no such steps.</param>
/// <param name="B">The other.</param>
public sealed record CurvePoint(int Step, TrainedMean? A, TrainedMean? B);

/// <summary>The mean over some training steps that follow each other.</summary>
/// <param name="Loss">Loss of the batches.</param>
/// <param name="Accuracy">Share of the batches' samples classified as labelled.</param>
public sealed record TrainedMean(double Loss, double Accuracy);
