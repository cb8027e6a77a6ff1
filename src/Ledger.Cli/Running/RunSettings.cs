using Ledger.Application.Sharing;

namespace Ledger.Cli.Running;

/// <summary>How replicates are run; nothing here changes a bit.</summary>
/// <param name="Jobs">How many at once, or null for as many as there are cores.</param>
/// <param name="IsAgreed">True if data may be installed without asking.</param>
/// <param name="Terms">How leases are kept, or null for the usual way.</param>
public sealed record RunSettings(int? Jobs, bool IsAgreed, LeaseTerms? Terms);
