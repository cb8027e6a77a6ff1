using System.Buffers.Binary;
using System.Text;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Streams;

namespace Ledger.Benchmarks.Stores;

/// <summary>Training steps as a run records them: losses and fingerprints have as many digits as real ones.</summary>
internal static class SampleSteps
{
    /// <summary>The stream of a made-up training.</summary>
    public static StreamName Stream(string name) => StreamName.Of("train", Digest.Of(Encoding.UTF8.GetBytes(name)));

    /// <summary>Events of steps <paramref name="first"/> to <paramref name="first"/> + <paramref name="count"/> − 1, ready to be appended.</summary>
    public static NewEvent[] Ready(int first, int count) => [.. Enumerable.Range(first, count).Select(static step => EventCatalogue.ToNew(At(step)))];

    private static StepTrained At(int step)
    {
        Span<byte> counted = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(counted, step);
        var bytes = Digest.Of(counted).ToBytes();
        var (first, second) = (BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(8)));
        return new StepTrained(step, 0.1f + (bytes[16] / 100f) + (bytes[17] / 77777f), 30 + (bytes[18] % 30), new Hex128(first, second));
    }
}
