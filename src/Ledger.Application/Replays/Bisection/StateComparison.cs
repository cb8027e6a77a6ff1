using Ledger.Training.States;

namespace Ledger.Application.Replays.Bisection;

/// <summary>Tells where two states of a network differ.</summary>
internal static class StateComparison
{
    /// <summary>The first element that differs: parameters in global order, then velocities; null if all that both have is equal.</summary>
    /// <param name="found">The state computed.</param>
    /// <param name="recorded">The state stored.</param>
    public static ElementDifference? First(NetworkState found, NetworkState recorded) =>
        First(found, found.Parameters, recorded.Parameters, "")
        ?? (found.Velocity is { } a && recorded.Velocity is { } b ? First(found, a, b, ".velocity") : null);

    private static ElementDifference? First(NetworkState state, float[] found, float[] recorded, string suffix)
    {
        foreach (var parameter in state.Network.Parameters())
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
