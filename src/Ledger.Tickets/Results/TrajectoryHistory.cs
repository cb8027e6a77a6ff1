using System.Buffers.Binary;
using System.Security.Cryptography;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;

namespace Ledger.Tickets.Results;

/// <summary>
/// The digest of a trajectory's steps in <c>ledger-result/1</c>: SHA-256 of "ledger-result/1 trajectory" and 28 bytes a step,
/// big-endian: step, loss bits, correct (4 bytes each), fingerprint (16 bytes).
/// </summary>
public sealed class TrajectoryHistory : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>The history of a trajectory without steps.</summary>
    public TrajectoryHistory() => _hash.AppendData("ledger-result/1 trajectory"u8);

    /// <summary>Steps added.</summary>
    public int Steps { get; private set; }

    /// <summary>Adds the next step.</summary>
    /// <exception cref="ArgumentException">It is not the next one.</exception>
    public void Add(StepTrained step)
    {
        if (step.Step != Steps + 1)
        {
            throw new ArgumentException($"step {step.Step} does not follow step {Steps}", nameof(step));
        }

        Span<byte> record = stackalloc byte[28];
        BinaryPrimitives.WriteInt32BigEndian(record, step.Step);
        BinaryPrimitives.WriteUInt32BigEndian(record[4..], BitConverter.SingleToUInt32Bits(step.Loss));
        BinaryPrimitives.WriteInt32BigEndian(record[8..], step.Correct);
        BinaryPrimitives.WriteUInt64BigEndian(record[12..], step.Fingerprint.First);
        BinaryPrimitives.WriteUInt64BigEndian(record[20..], step.Fingerprint.Second);
        _hash.AppendData(record);
        Steps++;
    }

    /// <summary>The digest of the steps added so far.</summary>
    public Digest Current() => new(_hash.GetCurrentHash());

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();
}
