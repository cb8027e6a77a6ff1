using Ledger.Events.Hashing;

namespace Ledger.Application.Claims.Attesting;

/// <summary>The digests of a file, by algorithm.</summary>
/// <param name="Sha256">Its SHA-256.</param>
public sealed record InTotoDigest(Digest Sha256);
