namespace Ledger.Events.Specification;

/// <summary>Random changes of training images.</summary>
/// <param name="Reflect">Half of them are mirrored.</param>
/// <param name="Shift">Greatest move in pixels.</param>
public sealed record AugmentSpecification(bool Reflect, int Shift);
