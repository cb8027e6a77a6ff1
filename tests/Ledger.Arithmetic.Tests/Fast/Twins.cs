using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Fast;
using Ledger.Arithmetic.Reference;

namespace Ledger.Arithmetic.Tests.Fast;

/// <summary>The reference and a fast device, which have to agree on every bit.</summary>
internal sealed class Twins(int threads, string kind) : IDisposable
{
    public CpuDevice Fast { get; } = new(threads, Enum.Parse<LaneKind>(kind));

    public ReferenceDevice Reference { get; } = new();

    public IDevice[] Both => [Reference, Fast];

    public void Agree(Func<IDevice, uint[]> compute)
    {
        var (expected, found) = (compute(Reference), compute(Fast));

        // Spans first: comparing element by element takes long, and is for the message.
        if (!expected.AsSpan().SequenceEqual(found))
        {
            Assert.Equal(expected, found);
        }
    }

    public void Dispose() => Fast.Dispose();
}
