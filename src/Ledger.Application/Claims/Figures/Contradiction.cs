namespace Ledger.Application.Claims.Figures;

/// <summary>Where the record and what was computed again differ.</summary>
/// <param name="What">Which figure, and of which run.</param>
/// <param name="Recorded">What is recorded.</param>
/// <param name="Found">What came out.</param>
public sealed record Contradiction(string What, string Recorded, string Found);
