namespace Ledger.Events.Specification;

/// <summary>The exact synthetic generator's settings.</summary>
/// <param name="Features">Bytes of a sample.</param>
/// <param name="Classes">Number of classes.</param>
/// <param name="Train">Training samples, validation included.</param>
/// <param name="Test">Test samples.</param>
/// <param name="Noise">How far a sample may stray from its class's prototype, 0–255.</param>
/// <param name="Seed">The generator's seed.</param>
/// <param name="Image">What a sample is if smooth images are generated; absent for vectors.</param>
/// <param name="Shift">How far a picture may be moved, in pixels; absent for vectors.</param>
public sealed record SyntheticSpecification(int Features, int Classes, int Train, int Test, int Noise, ulong Seed, ImageSpecification? Image = null, int? Shift = null);
