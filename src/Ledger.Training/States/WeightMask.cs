using System.Numerics;
using Ledger.Training.Networks;

namespace Ledger.Training.States;

/// <summary>One bit per prunable weight, 1 = kept: bit i of a layer is bit i mod 8 of its byte i div 8, in flat row-major order.</summary>
/// <param name="Network">Whose weights.</param>
/// <param name="Layers">Packed bits of each weight tensor, in global order; unused bits of the last byte are 0.</param>
public sealed record WeightMask(NetworkDescription Network, IReadOnlyList<byte[]> Layers)
{
    /// <summary>The mask that keeps every weight.</summary>
    public static WeightMask Dense(NetworkDescription network) => new(network, [.. network.Weights().Select(static weight => Ones(weight.Size))]);

    /// <summary>Weights kept in all layers.</summary>
    public int Kept => Enumerable.Range(0, Layers.Count).Sum(KeptIn);

    /// <summary>Weights kept in one layer.</summary>
    public int KeptIn(int layer) => Layers[layer].Sum(static bits => BitOperations.PopCount(bits));

    /// <summary>True if the bits are as many as the network's weights, and the unused ones 0.</summary>
    public bool IsWellFormed
    {
        get
        {
            var sizes = Network.Weights().Select(static weight => weight.Size).ToArray();
            return sizes.Length == Layers.Count && sizes.Zip(Layers).All(static layer => IsOf(layer.First, layer.Second));

            static bool IsOf(int size, byte[] bits) => bits.Length == (size + 7) / 8 && (size % 8 == 0 || bits[^1] >> (size % 8) == 0);
        }
    }

    /// <summary>True if a weight is kept.</summary>
    public bool Keeps(int layer, int index) => (Layers[layer][index / 8] >> (index % 8) & 1) != 0;

    /// <summary>A copy that may be pruned.</summary>
    public WeightMask Copy() => this with { Layers = [.. Layers.Select(static bits => (byte[])bits.Clone())] };

    /// <summary>Removes one weight.</summary>
    public void Prune(int layer, int index) => Layers[layer][index / 8] &= (byte)~(1 << (index % 8));

    /// <summary>One bit per parameter in global order: weights as masked, all others kept.</summary>
    public byte[] OverParameters()
    {
        var bits = Ones(Network.ParameterCount);
        var layer = 0;
        foreach (var weight in Network.Weights())
        {
            for (var i = 0; i < weight.Size; i++)
            {
                if (!Keeps(layer, i))
                {
                    bits[(weight.Offset + i) / 8] &= (byte)~(1 << ((weight.Offset + i) % 8));
                }
            }

            layer++;
        }

        return bits;
    }

    /// <summary>One value per parameter in global order, with those of pruned weights as +0 by selection; what follows the parameters stays as it is.</summary>
    public float[] Select(ReadOnlySpan<float> values)
    {
        var kept = OverParameters();
        var selected = new float[values.Length];
        for (var i = 0; i < selected.Length; i++)
        {
            selected[i] = i >= Network.ParameterCount || (kept[i / 8] >> (i % 8) & 1) != 0 ? values[i] : 0f;
        }

        return selected;
    }

    private static byte[] Ones(int length)
    {
        var bits = new byte[(length + 7) / 8];
        bits.AsSpan().Fill(byte.MaxValue);
        if (length % 8 != 0)
        {
            bits[^1] = (byte)((1 << (length % 8)) - 1);
        }

        return bits;
    }
}
