using Ledger.Events.Claims;

namespace Ledger.Events.Recorded;

/// <summary>Somebody stated a claim; results that are recorded later cannot have shaped it.</summary>
/// <param name="Claim">The claim, whose digest names the stream.</param>
public sealed record ClaimRegistered(ClaimStatement Claim) : ILedgerEvent;
