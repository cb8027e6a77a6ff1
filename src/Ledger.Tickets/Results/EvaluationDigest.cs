using System.Buffers.Binary;
using Ledger.Events.Hashing;
using Ledger.Training.Execution;

namespace Ledger.Tickets.Results;

/// <summary>The output digest of an evaluation: SHA-256 of "ledger-evaluation/1", correct, total and loss bits (4 bytes each, big-endian).</summary>
public static class EvaluationDigest
{
    // The one pattern that stands for every loss that is no number.
    private const uint NotANumber = 0x7FC00000;

    /// <summary>The digest of an evaluation's numbers.</summary>
    public static Digest Of(Evaluation evaluation)
    {
        var domain = "ledger-evaluation/1"u8;
        Span<byte> content = stackalloc byte[domain.Length + 12];
        domain.CopyTo(content);
        BinaryPrimitives.WriteInt32BigEndian(content[domain.Length..], evaluation.Correct);
        BinaryPrimitives.WriteInt32BigEndian(content[(domain.Length + 4)..], evaluation.Total);
        BinaryPrimitives.WriteUInt32BigEndian(content[(domain.Length + 8)..], evaluation.Loss is { } loss ? BitConverter.SingleToUInt32Bits(loss) : NotANumber);
        return Digest.Of(content);
    }
}
