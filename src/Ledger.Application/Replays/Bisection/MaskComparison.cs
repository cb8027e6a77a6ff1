using Ledger.Training.Networks;
using Ledger.Training.States;

namespace Ledger.Application.Replays.Bisection;

/// <summary>Tells where a stored mask is not the one it should be.</summary>
internal static class MaskComparison
{
    /// <summary>The first weight that differs, or that the file is no mask at all.</summary>
    public static string Describe(NetworkDescription network, byte[] stored, byte[] drawn)
    {
        try
        {
            var (found, wanted) = (StateFile.ReadMask(network, stored), StateFile.ReadMask(network, drawn));
            var layer = 0;
            foreach (var weight in network.Weights())
            {
                for (var i = 0; i < weight.Size; i++)
                {
                    if (found.Keeps(layer, i) != wanted.Keeps(layer, i))
                    {
                        return $"{weight.Name}{ElementDifference.Coordinates(i, weight.Shape)} is stored as {(found.Keeps(layer, i) ? "kept" : "pruned")}";
                    }
                }

                layer++;
            }
        }
        catch (InvalidDataException)
        {
            // Not even a mask file any more: the bytes tell where.
        }

        return $"the stored file differs from byte {stored.AsSpan().CommonPrefixLength(drawn)} on";
    }
}
