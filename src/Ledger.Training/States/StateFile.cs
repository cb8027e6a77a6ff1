using System.Buffers.Binary;
using Ledger.Arithmetic.Tensors;
using Ledger.Training.Networks;

namespace Ledger.Training.States;

/// <summary>The files whose SHA-256 are the digests of states, masks and tickets: content only, in canonical safetensors.</summary>
public static class StateFile
{
    private const string Velocity = ".velocity";
    private const string Mask = ".mask";

    /// <summary>A state: its parameters, then their velocities if it has any.</summary>
    public static byte[] Write(NetworkState state) =>
        Safetensors.Write([.. Floats(state.Network, state.Parameters, ""), .. state.Velocity is { } velocity ? Floats(state.Network, velocity, Velocity) : []]);

    /// <summary>A mask: the packed bits of each weight tensor.</summary>
    public static byte[] Write(WeightMask mask) => Safetensors.Write([.. Bits(mask)]);

    /// <summary>A ticket: the parameters that training starts from, then the packed bits of the mask unless it is dense.</summary>
    public static byte[] WriteTicket(NetworkState state, WeightMask? mask) =>
        Safetensors.Write([.. Floats(state.Network, state.Parameters, ""), .. mask is null ? [] : Bits(mask)]);

    /// <summary>Reads a state of <paramref name="network"/>.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or a state of another network.</exception>
    public static NetworkState ReadState(NetworkDescription network, ReadOnlyMemory<byte> file)
    {
        var entries = Safetensors.Read(file);
        var parameters = network.Parameters().Count;
        var state = new NetworkState(network, Floats(network, [.. entries.Take(parameters)]), entries.Count == parameters ? null : Floats(network, [.. entries.Skip(parameters)]));
        return Write(state).AsSpan().SequenceEqual(file.Span)
            ? state
            : throw new InvalidDataException("the file is not a state of this network");
    }

    /// <summary>The parameters alone, in global order, of a state file that has its digest.</summary>
    /// <exception cref="InvalidDataException">The file is cut, or a state of another network.</exception>
    public static float[] ReadParameters(NetworkDescription network, ReadOnlyMemory<byte> file) =>
        Floats(network, [.. Safetensors.ReadUnchecked(file).Take(network.Parameters().Count)]);

    /// <summary>Reads a mask of <paramref name="network"/>.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or a mask of another network.</exception>
    public static WeightMask ReadMask(NetworkDescription network, ReadOnlyMemory<byte> file)
    {
        var mask = new WeightMask(network, [.. Safetensors.Read(file).Select(static entry => entry.Data.ToArray())]);
        return mask.IsWellFormed && Write(mask).AsSpan().SequenceEqual(file.Span)
            ? mask
            : throw new InvalidDataException("the file is not a mask of this network");
    }

    private static IEnumerable<SafetensorsEntry> Floats(NetworkDescription network, float[] values, string suffix)
    {
        foreach (var parameter in network.Parameters())
        {
            var bytes = new byte[4 * parameter.Size];
            for (var i = 0; i < parameter.Size; i++)
            {
                BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(4 * i), values[parameter.Offset + i]);
            }

            yield return new SafetensorsEntry(parameter.Name + suffix, "F32", Extents(parameter.Shape), bytes);
        }
    }

    private static float[] Floats(NetworkDescription network, IReadOnlyList<SafetensorsEntry> entries)
    {
        var values = new float[network.ParameterCount];
        foreach (var (parameter, entry) in network.Parameters().Zip(entries))
        {
            if (entry.Data.Length != 4 * parameter.Size)
            {
                throw new InvalidDataException($"{entry.Name} holds {entry.Data.Length} bytes, {parameter.Name} has {4 * parameter.Size}");
            }

            for (var i = 0; i < parameter.Size; i++)
            {
                values[parameter.Offset + i] = BinaryPrimitives.ReadSingleLittleEndian(entry.Data.Span[(4 * i)..]);
            }
        }

        return values;
    }

    private static IEnumerable<SafetensorsEntry> Bits(WeightMask mask) =>
        mask.Network.Weights().Zip(mask.Layers, static (weight, bits) => new SafetensorsEntry(weight.Name + Mask, "U8", [bits.Length], bits));

    private static int[] Extents(Shape shape) => shape.Rank == 1 ? [shape.Rows] : [shape.Rows, shape.Columns];
}
