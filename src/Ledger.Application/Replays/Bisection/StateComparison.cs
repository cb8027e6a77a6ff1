using Ledger.Training.Networks;
using Ledger.Training.States;

namespace Ledger.Application.Replays.Bisection;

/// <summary>Tells where two states of a network differ.</summary>
internal static class StateComparison
{
    /// <summary>The first element that differs: values in global order, then the slots; null if all that both have is equal.</summary>
    /// <param name="found">The state computed.</param>
    /// <param name="recorded">The state stored.</param>
    public static ElementDifference? First(NetworkState found, NetworkState recorded) =>
        First(found.Network.Tensors(), found.Values, recorded.Values, "")
        ?? found.Slots.Zip(recorded.Slots).Select(pair => First(found.Network.Parameters(), pair.First.Values, pair.Second.Values, $".{pair.First.Name}")).FirstOrDefault(static difference => difference is not null);

    private static ElementDifference? First(IReadOnlyList<ParameterTensor> tensors, float[] found, float[] recorded, string suffix)
    {
        foreach (var parameter in tensors)
        {
            for (var i = 0; i < parameter.Size; i++)
            {
                var (a, b) = (OutputComparison.Bits(found[parameter.Offset + i]), OutputComparison.Bits(recorded[parameter.Offset + i]));
                if (a != b)
                {
                    return ElementDifference.InParameter(parameter, suffix, i, a, b);
                }
            }
        }

        return null;
    }
}
