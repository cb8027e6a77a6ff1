using System.Buffers.Binary;
using Ledger.Training.Networks;

namespace Ledger.Training.States;

/// <summary>The files whose SHA-256 are the digests of states, masks and tickets: content only, in canonical safetensors.</summary>
public static class StateFile
{
    private const string Mask = ".mask";

    /// <summary>A state: its parameters and running statistics, then of each optimiser slot the values of every parameter.</summary>
    public static byte[] Write(NetworkState state) =>
        Safetensors.Write([.. Floats(state.Network.Tensors(), state.Values, ""), .. state.Slots.SelectMany(slot => Floats(state.Network.Parameters(), slot.Values, $".{slot.Name}"))]);

    /// <summary>A mask: the packed bits of each weight tensor.</summary>
    public static byte[] Write(WeightMask mask) => Safetensors.Write([.. Bits(mask)]);

    /// <summary>A ticket: the parameters and statistics that training starts from, then the packed bits of the mask unless it is dense.</summary>
    public static byte[] WriteTicket(NetworkState state, WeightMask? mask) =>
        Safetensors.Write([.. Floats(state.Network.Tensors(), state.Values, ""), .. mask is null ? [] : Bits(mask)]);

    /// <summary>Reads a state of <paramref name="network"/>.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or a state of another network.</exception>
    public static NetworkState ReadState(NetworkDescription network, ReadOnlyMemory<byte> file)
    {
        var entries = Safetensors.Read(file);
        var (tensors, parameters) = (network.Tensors(), network.Parameters());
        var slots = entries.Skip(tensors.Count).Chunk(parameters.Count).Select(chunk => Slot(parameters, chunk));
        var state = new NetworkState(network, Floats(tensors, [.. entries.Take(tensors.Count)]), [.. slots]);
        return Write(state).AsSpan().SequenceEqual(file.Span)
            ? state
            : throw new InvalidDataException("the file is not a state of this network");
    }

    /// <summary>Parameters and statistics alone, in global order, of a state file that has its digest.</summary>
    /// <exception cref="InvalidDataException">The file is cut, or a state of another network.</exception>
    public static float[] ReadParameters(NetworkDescription network, ReadOnlyMemory<byte> file) =>
        Floats(network.Tensors(), [.. Safetensors.ReadUnchecked(file).Take(network.Tensors().Count)]);

    /// <summary>Reads a mask of <paramref name="network"/>.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or a mask of another network.</exception>
    public static WeightMask ReadMask(NetworkDescription network, ReadOnlyMemory<byte> file)
    {
        var mask = new WeightMask(network, [.. Safetensors.Read(file).Select(static entry => entry.Data.ToArray())]);
        return mask.IsWellFormed && Write(mask).AsSpan().SequenceEqual(file.Span)
            ? mask
            : throw new InvalidDataException("the file is not a mask of this network");
    }

    private static OptimiserSlot Slot(IReadOnlyList<ParameterTensor> parameters, SafetensorsEntry[] entries)
    {
        var prefix = parameters[0].Name + ".";
        return entries.Length == parameters.Count && entries[0].Name.StartsWith(prefix, StringComparison.Ordinal)
            ? new OptimiserSlot(entries[0].Name[prefix.Length..], Floats(parameters, entries))
            : throw new InvalidDataException("the file is not a state of this network");
    }

    private static IEnumerable<SafetensorsEntry> Floats(IReadOnlyList<ParameterTensor> tensors, float[] values, string suffix)
    {
        foreach (var tensor in tensors)
        {
            var bytes = new byte[4 * tensor.Size];
            for (var i = 0; i < tensor.Size; i++)
            {
                BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(4 * i), values[tensor.Offset + i]);
            }

            yield return new SafetensorsEntry(tensor.Name + suffix, "F32", tensor.Shape.Extents(), bytes);
        }
    }

    private static float[] Floats(IReadOnlyList<ParameterTensor> tensors, IReadOnlyList<SafetensorsEntry> entries)
    {
        var values = new float[tensors[^1].End];
        foreach (var (tensor, entry) in tensors.Zip(entries))
        {
            if (entry.Data.Length != 4 * tensor.Size)
            {
                throw new InvalidDataException($"{entry.Name} holds {entry.Data.Length} bytes, {tensor.Name} has {4 * tensor.Size}");
            }

            for (var i = 0; i < tensor.Size; i++)
            {
                values[tensor.Offset + i] = BinaryPrimitives.ReadSingleLittleEndian(entry.Data.Span[(4 * i)..]);
            }
        }

        return values;
    }

    private static IEnumerable<SafetensorsEntry> Bits(WeightMask mask) =>
        mask.Network.Weights().Zip(mask.Layers, static (weight, bits) => new SafetensorsEntry(weight.Name + Mask, "U8", [bits.Length], bits));
}
