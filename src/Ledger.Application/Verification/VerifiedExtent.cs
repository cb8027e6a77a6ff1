using Ledger.Events.Hashing;

namespace Ledger.Application.Verification;

/// <summary>How far a whole ledger was verified.</summary>
/// <param name="Size">Events, from the first on.</param>
/// <param name="Root">The root that their leaves had.</param>
public sealed record VerifiedExtent(long Size, Digest Root);
