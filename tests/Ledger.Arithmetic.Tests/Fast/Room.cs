namespace Ledger.Arithmetic.Tests.Fast;

/// <summary>Arrays with the readable slack that device memory has after its end, full of NaN, so that nothing of it can be used unnoticed.</summary>
internal static class Room
{
    private const int Slack = 64;

    public static Span<float> Of(ReadOnlySpan<float> values)
    {
        var room = new float[values.Length + Slack];
        room.AsSpan().Fill(float.NaN);
        values.CopyTo(room);
        return room.AsSpan(0, values.Length);
    }

    /// <summary>The bits of what is computed into a room.</summary>
    public static uint[] Fill(int length, Action<Span<float>> compute)
    {
        var room = new float[length + Slack];
        room.AsSpan().Fill(float.NaN);
        compute(room.AsSpan(0, length));
        Assert.All(room[length..], static value => Assert.True(float.IsNaN(value)));
        return Bits.Of(room.AsSpan(0, length));
    }
}
