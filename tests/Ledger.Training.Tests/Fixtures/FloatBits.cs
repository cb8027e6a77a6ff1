using System.Runtime.InteropServices;

namespace Ledger.Training.Tests.Fixtures;

/// <summary>Floats compared by their bits.</summary>
internal static class FloatBits
{
    /// <summary>The bits of each value.</summary>
    public static uint[] Of(ReadOnlySpan<float> values) => MemoryMarshal.Cast<float, uint>(values).ToArray();

    /// <summary>Fails unless values and slots of two states have equal bits.</summary>
    public static void AssertEqual(Training.States.NetworkState wanted, Training.States.NetworkState found)
    {
        Assert.Equal(Of(wanted.Values), Of(found.Values));
        Assert.Equal(wanted.Slots.Select(static slot => slot.Name), found.Slots.Select(static slot => slot.Name));
        Assert.Equal(wanted.Slots.Select(static slot => Of(slot.Values)), found.Slots.Select(static slot => Of(slot.Values)));
    }
}
