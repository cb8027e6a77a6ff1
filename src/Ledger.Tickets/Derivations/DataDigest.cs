using System.Buffers.Binary;
using System.Security.Cryptography;
using Ledger.Events.Hashing;
using Ledger.Training.Data;

namespace Ledger.Tickets.Derivations;

/// <summary>
/// The digest of decoded samples and labels: SHA-256 of "ledger-data/1", then for training and test samples their count and features
/// (4 bytes each, big-endian), samples, labels. The same data from other files has the same digest.
/// </summary>
public static class DataDigest
{
    /// <summary>The digest of a data set.</summary>
    public static Digest Of(DataSource source)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData("ledger-data/1"u8);
        Append(hash, source.Train);
        Append(hash, source.Test);
        return new Digest(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, SampleSet set)
    {
        Span<byte> extents = stackalloc byte[8];
        BinaryPrimitives.WriteInt32BigEndian(extents, set.Count);
        BinaryPrimitives.WriteInt32BigEndian(extents[4..], set.Features);
        hash.AppendData(extents);
        hash.AppendData(set.Samples.Span);
        hash.AppendData(set.Labels.Span);
    }
}
