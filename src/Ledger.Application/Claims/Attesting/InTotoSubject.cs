using Ledger.Events.Hashing;

namespace Ledger.Application.Claims.Attesting;

/// <summary>A file that a statement speaks of.</summary>
/// <param name="Name">A ticket's address.</param>
/// <param name="Digest">Of its file.</param>
public sealed record InTotoSubject(string Name, InTotoDigest Digest)
{
    /// <summary>A file with a digest.</summary>
    public static InTotoSubject Of(string name, Digest sha256) => new(name, new InTotoDigest(sha256));
}
