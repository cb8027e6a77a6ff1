using System.Buffers.Binary;
using System.Security.Cryptography;
using Ledger.Events.Derivations;
using Ledger.Events.Hashing;
using Ledger.Tickets.Derivations;

namespace Ledger.Tickets.Results;

/// <summary>
/// <c>ledger-result/1</c>: SHA-256 of "ledger-result/1 run" and what a run computed, in program order, 104 bytes a derivation: kind
/// number and step (4 bytes each, big-endian; 0 without a step), key, output, trajectory history (32 bytes each, zeros where there is
/// none). It knows no names, JSON or warnings.
/// </summary>
public sealed class ResultDigest : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>The digest of a run that has done nothing yet.</summary>
    public ResultDigest() => _hash.AppendData("ledger-result/1 run"u8);

    /// <summary>Adds the next derivation.</summary>
    public void Add(string kind, int? step, DerivationKey key, Digest output, Digest? history)
    {
        Span<byte> record = stackalloc byte[8 + (3 * Digest.Length)];
        BinaryPrimitives.WriteInt32BigEndian(record, Number(kind));
        BinaryPrimitives.WriteInt32BigEndian(record[4..], step ?? 0);
        key.Digest.CopyTo(record[8..]);
        output.CopyTo(record[40..]);
        history?.CopyTo(record[72..]);
        _hash.AppendData(record);
    }

    /// <summary>The digest of all added so far.</summary>
    public Digest Current() => new(_hash.GetCurrentHash());

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();

    private static int Number(string kind) => kind switch
    {
        Kinds.Initialize => 1,
        Kinds.State => 2,
        Kinds.DrawMask => 3,
        Kinds.Rewind => 4,
        Kinds.Evaluate => 5,
        _ => throw new ArgumentException($"kind '{kind}' has no place in ledger-result/1", nameof(kind)),
    };
}
