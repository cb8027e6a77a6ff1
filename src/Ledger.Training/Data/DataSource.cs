namespace Ledger.Training.Data;

/// <summary>A data set as published: training and test samples.</summary>
/// <param name="Classes">Number of classes.</param>
/// <param name="Train">Training samples, those kept for validation included.</param>
/// <param name="Test">Test samples.</param>
/// <param name="Image">What a sample is if it is an image, else null.</param>
public sealed record DataSource(int Classes, SampleSet Train, SampleSet Test, ImageExtents? Image = null);
