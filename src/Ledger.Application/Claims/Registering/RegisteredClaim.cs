using Ledger.Events.Claims;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;

namespace Ledger.Application.Claims.Registering;

/// <summary>A claim that a ledger has registered.</summary>
/// <param name="Claim">Its digest.</param>
/// <param name="Statement">What it says.</param>
/// <param name="Position">Where its registration stands.</param>
/// <param name="Sealed">The position of the first seal that covers it, or null while none does.</param>
/// <param name="Seeds">Seeds that were drawn from it.</param>
/// <param name="Audits">What audits found, oldest first.</param>
public sealed record RegisteredClaim(Digest Claim, ClaimStatement Statement, long Position, long? Sealed, IReadOnlyList<SeedDrawn> Seeds, IReadOnlyList<ClaimAudited> Audits)
{
    /// <summary>How messages name it.</summary>
    public override string ToString() => $"{Statement.Name} ({Claim.ToShortString()})";
}
