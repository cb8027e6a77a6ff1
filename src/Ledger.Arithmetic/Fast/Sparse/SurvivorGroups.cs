using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Fast.Sparse;

/// <summary>
/// The kept weights of 32 × 32 tiles of w[I, O], packed sixteen to a group: which input and which output of the tile a lane takes, and where
/// its weight stands. Up to <see cref="Largest"/> groups of a tile make a bundle, whose sums stay in registers together.
/// </summary>
internal sealed class SurvivorGroups
{
    /// <summary>Rows and columns of a tile: what two vectors hold.</summary>
    public const int Edge = 32;

    /// <summary>Lanes of a group.</summary>
    public const int Lanes = 16;

    /// <summary>Groups of the largest bundle.</summary>
    public const int Largest = 6;

    private int _groups;

    /// <summary>Packs the survivors of a mask.</summary>
    public SurvivorGroups(LinearShape shape, MaskBits mask)
    {
        var (bundles, places, weights) = (new List<Bundle>(), new List<int>(), new List<int>());
        // The tile's columns of dy stay in the first cache while those of x pass by.
        for (var output = 0; output < shape.Outputs; output += Edge)
        {
            for (var input = 0; input < shape.Inputs; input += Edge)
            {
                var survivors = Survivors(shape, mask, input, output);
                AddBundles(bundles, weights.Count, survivors.Count, input, output);
                weights.AddRange(survivors);
                AddPlaces(places, survivors, shape.Outputs, input, output);
            }
        }

        (Bundles, Places, Weights) = ([.. bundles], [.. places], [.. weights]);
    }

    /// <summary>The bundles, tile by tile.</summary>
    public Bundle[] Bundles { get; }

    /// <summary>Per group sixteen inputs, then sixteen outputs, counted within the tile; lanes that are left over repeat the first.</summary>
    public int[] Places { get; }

    /// <summary>The index of each survivor's weight, in the order of lanes without those left over.</summary>
    public int[] Weights { get; }

    private static List<int> Survivors(LinearShape shape, MaskBits mask, int input, int output)
    {
        var survivors = new List<int>();
        for (var i = input; i < Math.Min(input + Edge, shape.Inputs); i++)
        {
            for (var o = output; o < Math.Min(output + Edge, shape.Outputs); o++)
            {
                if (mask.Keeps(i * shape.Outputs + o))
                {
                    survivors.Add(i * shape.Outputs + o);
                }
            }
        }

        return survivors;
    }

    private void AddBundles(List<Bundle> bundles, int first, int survivors, int input, int output)
    {
        var groups = (survivors + Lanes - 1) / Lanes;
        for (var left = (groups + Largest - 1) / Largest; left > 0; left--)
        {
            // Even shares: seven groups are four and three.
            var share = (groups + left - 1) / left;
            var count = Math.Min(share * Lanes, survivors);
            bundles.Add(new Bundle(_groups, share, first, count, input, output));
            (_groups, groups, first, survivors) = (_groups + share, groups - share, first + count, survivors - count);
        }
    }

    private static void AddPlaces(List<int> places, List<int> survivors, int outputs, int input, int output)
    {
        for (var start = 0; start < survivors.Count; start += Lanes)
        {
            var lanes = Enumerable.Range(start, Lanes).Select(n => survivors[n < survivors.Count ? n : start]).ToArray();
            places.AddRange(lanes.Select(weight => weight / outputs - input));
            places.AddRange(lanes.Select(weight => weight % outputs - output));
        }
    }

    /// <summary>Groups of one tile that are computed together.</summary>
    /// <param name="FirstGroup">Number of the first group.</param>
    /// <param name="Groups">How many.</param>
    /// <param name="FirstWeight">The first survivor's place in <see cref="Weights"/>.</param>
    /// <param name="Survivors">How many.</param>
    /// <param name="Input">The tile's first input.</param>
    /// <param name="Output">The tile's first output.</param>
    internal readonly record struct Bundle(int FirstGroup, int Groups, int FirstWeight, int Survivors, int Input, int Output);
}
