using Ledger.Events.Hashing;

namespace Ledger.Application.Claims.Auditing;

/// <summary>A ticket that a claim was answered from.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="Ticket">The digest of its file.</param>
public sealed record AuditedTicket(string Address, Digest Ticket);
