using Ledger.Events.Claims;
using Ledger.Events.Hashing;

namespace Ledger.Events.Recorded;

/// <summary>A claim was checked against what the ledger held then.</summary>
/// <param name="Claim">The claim's digest.</param>
/// <param name="Level">How strictly it was checked.</param>
/// <param name="Verdict">The answer.</param>
/// <param name="Size">Events of the ledger at that time.</param>
/// <param name="Root">The root over their leaves.</param>
/// <param name="Environment">The digest of the metadata: who audited, where.</param>
public sealed record ClaimAudited(Digest Claim, ClaimLevel Level, ClaimVerdict Verdict, long Size, Digest Root, Digest Environment) : ILedgerEvent;
