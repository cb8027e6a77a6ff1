using System.Security.Cryptography;
using Ledger.Events.Hashing;
using Ledger.Events.Streams;

namespace Ledger.Events.Tests.Hashing;

/// <summary>The event hash of docs/events.md.</summary>
public sealed class EventHashTests
{
    private static readonly StreamName Stream = new("run-ä");

    [Fact]
    public void Compute_FirstEvent_IsSha256OfTheBytesInTheDocument()
    {
        byte[] bytes =
        [
            .. "ledger-event/1"u8,
            .. new byte[32],
            0, 0, 0, 0, 0, 0, 0, 1,
            0, 0, 0, 6, .. "run-ä"u8,
            0, 0, 0, 4, .. "done"u8,
            0, 0, 0, 7, .. "{\"a\":1}"u8,
        ];

        Assert.Equal(new Digest(SHA256.HashData(bytes)), EventHash.Compute(default, Stream, 1, "done", "{\"a\":1}"u8));
    }

    [Fact]
    public void Compute_KnownEvent_IsTheGoldenValue() =>
        Assert.Equal("46b39260568e3a5bda0f8492b4637368b2953bfc63b0cbb303a34e341dae678d", EventHash.Compute(Digest.Of("before"u8), Stream, 2, "step_trained", "{}"u8).ToString());

    [Theory]
    [InlineData(900)]
    [InlineData(960)]
    [InlineData(1100)]
    [InlineData(100_000)]
    public void Compute_AroundTheBufferOnTheStack_DependsOnEveryByte(int length)
    {
        var body = new byte[length];
        var hash = EventHash.Compute(default, Stream, 1, "a", body);
        body[^1] = 1;

        Assert.NotEqual(hash, EventHash.Compute(default, Stream, 1, "a", body));
    }

    [Fact]
    public void Compute_BytesMovedBetweenFields_Differ() =>
        Assert.NotEqual(EventHash.Compute(default, new StreamName("ab"), 1, "c", "d"u8), EventHash.Compute(default, new StreamName("a"), 1, "bc", "d"u8));
}
