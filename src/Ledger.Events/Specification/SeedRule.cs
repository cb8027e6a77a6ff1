using System.Buffers.Binary;
using System.Text;
using Ledger.Events.Hashing;

namespace Ledger.Events.Specification;

/// <summary>
/// How seeds are made from seeds, <c>ledger-seed/1</c>: the first eight bytes, big endian, of SHA-256 over the rule's name, the
/// parent seed (eight bytes, big endian) and what tells the children apart.
/// </summary>
public static class SeedRule
{
    /// <summary>The rule's name, which every hash starts with.</summary>
    public const string Name = "ledger-seed/1";

    /// <summary>Name of the stream that weights are initialised from.</summary>
    public const string InitStream = "init";

    /// <summary>Name of the stream that orders the training samples.</summary>
    public const string OrderStream = "order";

    /// <summary>Name of the stream that training images are changed by.</summary>
    public const string AugmentStream = "augment";

    /// <summary>Name of the stream that dropout draws from.</summary>
    public const string DropoutStream = "dropout";

    /// <summary>The seed of a replicate, told apart by its number (four bytes, big endian).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The replicate is negative.</exception>
    public static ulong RunSeed(ulong experimentSeed, int replicate)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(replicate);
        Span<byte> number = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(number, replicate);
        return Child(experimentSeed, number);
    }

    /// <summary>The seed of a run's random stream, told apart by its name in UTF-8.</summary>
    public static ulong StreamSeed(ulong runSeed, string name) => Child(runSeed, Encoding.UTF8.GetBytes(name));

    private static ulong Child(ulong parent, ReadOnlySpan<byte> distinction)
    {
        var text = new byte[Name.Length + sizeof(ulong) + distinction.Length];
        Encoding.ASCII.GetBytes(Name, text);
        BinaryPrimitives.WriteUInt64BigEndian(text.AsSpan(Name.Length), parent);
        distinction.CopyTo(text.AsSpan(Name.Length + sizeof(ulong)));
        return BinaryPrimitives.ReadUInt64BigEndian(Digest.Of(text).ToBytes());
    }
}
