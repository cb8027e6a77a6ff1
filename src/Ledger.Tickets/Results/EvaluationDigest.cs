using System.Buffers.Binary;
using Ledger.Events.Hashing;
using Ledger.Training.Execution;

namespace Ledger.Tickets.Results;

/// <summary>The output digest of an evaluation: SHA-256 of "ledger-evaluation/1", correct, total and loss bits (4 bytes each, big-endian).</summary>
public static class EvaluationDigest
{
    /// <summary>The digest of an evaluation's numbers.</summary>
    public static Digest Of(Evaluation evaluation)
    {
        var domain = "ledger-evaluation/1"u8;
        Span<byte> content = stackalloc byte[domain.Length + 12];
        domain.CopyTo(content);
        BinaryPrimitives.WriteInt32BigEndian(content[domain.Length..], evaluation.Correct);
        BinaryPrimitives.WriteInt32BigEndian(content[(domain.Length + 4)..], evaluation.Total);
        BinaryPrimitives.WriteUInt32BigEndian(content[(domain.Length + 8)..], BitConverter.SingleToUInt32Bits(evaluation.Loss));
        return Digest.Of(content);
    }
}
