using Ledger.Events.Hashing;

namespace Ledger.Application.Claims.Attesting;

/// <summary>The events that claims were checked against.</summary>
/// <param name="Size">How many.</param>
/// <param name="Root">The root over their leaves.</param>
/// <param name="Seal">The latest seal that the ledger keeps, if there is one.</param>
public sealed record AttestedLedger(long Size, Digest Root, string? Seal);
