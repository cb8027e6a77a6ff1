using System.Buffers.Binary;
using System.Text;
using Ledger.Events.Hashing;

namespace Ledger.Events.Claims;

/// <summary>
/// How an experiment's seed is drawn from a claim, <c>ledger-claim-seed/1</c>: the first eight bytes, big endian, of SHA-256 over the rule's
/// name, the claim's digest and the SHA-256 of the seal's signed checkpoint.
/// </summary>
public static class ClaimSeed
{
    /// <summary>The rule's name, which the hash starts with.</summary>
    public const string Name = "ledger-claim-seed/1";

    /// <summary>The seed that a claim and the first seal over its registration make.</summary>
    /// <param name="claim">The claim's digest.</param>
    /// <param name="checkpoint">The seal file's text.</param>
    public static ulong Of(Digest claim, string checkpoint) =>
        BinaryPrimitives.ReadUInt64BigEndian(Digest.Of([.. Encoding.ASCII.GetBytes(Name), .. claim.ToBytes(), .. Digest.Of(Encoding.UTF8.GetBytes(checkpoint)).ToBytes()]).ToBytes());
}
