namespace Ledger.Training.Recipes;

/// <summary>Random changes of training images, the same whenever the same step is computed.</summary>
/// <param name="Reflect">Half of the samples are mirrored.</param>
/// <param name="Shift">Greatest move in pixels in either direction: a crop of the image padded by so many.</param>
/// <param name="Seed">Stream seed.</param>
public sealed record Augmentation(bool Reflect, int Shift, ulong Seed);
