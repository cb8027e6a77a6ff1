namespace Ledger.Events.Specification;

/// <summary>How images become inputs, beyond bytes over 255.</summary>
/// <param name="Pad">Pixels of byte 0 added on every side.</param>
/// <param name="Mean">Subtracted from each channel, if they are standardised.</param>
/// <param name="Deviation">Each channel is divided by, if they are standardised.</param>
public sealed record PreparationSpecification(int Pad, IReadOnlyList<decimal>? Mean = null, IReadOnlyList<decimal>? Deviation = null);
