using System.Runtime.InteropServices;

namespace Ledger.Training.Tests.Fixtures;

/// <summary>Floats compared by their bits.</summary>
internal static class FloatBits
{
    /// <summary>The bits of each value.</summary>
    public static uint[] Of(ReadOnlySpan<float> values) => MemoryMarshal.Cast<float, uint>(values).ToArray();

    /// <summary>Fails unless parameters and velocities of two states have equal bits.</summary>
    public static void AssertEqual(Training.States.NetworkState wanted, Training.States.NetworkState found)
    {
        Assert.Equal(Of(wanted.Parameters), Of(found.Parameters));
        Assert.Equal(wanted.Velocity is { } one ? Of(one) : null, found.Velocity is { } other ? Of(other) : null);
    }
}
