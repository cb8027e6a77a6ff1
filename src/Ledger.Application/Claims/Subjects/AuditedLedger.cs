using Ledger.Application.Addresses;

namespace Ledger.Application.Claims.Subjects;

/// <summary>One ledger of an audit.</summary>
/// <param name="Events">Its events, checked as they are read.</param>
/// <param name="Directory">Its runs.</param>
/// <param name="File">How addresses name it, or null for the one under audit.</param>
internal sealed record AuditedLedger(CheckedEvents Events, RunDirectory Directory, string? File);
