using Ledger.Arithmetic;
using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Application.Replays.Bisection;

/// <summary>Compares what two devices made, bit by bit, and keeps the first element that differs.</summary>
internal sealed class OutputComparison(IDevice fast, IDevice reference)
{
    /// <summary>The first operation and element in which they differ, or null.</summary>
    public (string Operation, ElementDifference Element)? First { get; private set; }

    /// <summary>Compares a tensor's elements.</summary>
    /// <param name="operation">What made it.</param>
    /// <param name="tensor">On both devices.</param>
    /// <param name="name">The element of an index and two patterns.</param>
    /// <param name="isDefined">False for elements that the operation leaves undefined.</param>
    public void Tensor(string operation, PairedView tensor, Func<int, uint, uint, ElementDifference> name, Func<int, bool>? isDefined = null)
    {
        if (First is not null)
        {
            return;
        }

        var (a, b) = (new float[tensor.Fast.Size], new float[tensor.Fast.Size]);
        fast.Read(tensor.Fast, a);
        reference.Read(tensor.Reference, b);
        for (var i = 0; i < a.Length; i++)
        {
            if (Differ(a[i], b[i]) && isDefined?.Invoke(i) != false)
            {
                First = (operation, name(i, Bits(a[i]), Bits(b[i])));
                return;
            }
        }
    }

    /// <summary>Compares bytes, element by element.</summary>
    public void Bytes(string operation, ByteTensor fastBytes, ByteTensor referenceBytes, string name)
    {
        var (a, b) = (new byte[fastBytes.Shape.Size], new byte[fastBytes.Shape.Size]);
        fast.Read(fastBytes, a);
        reference.Read(referenceBytes, b);
        var equal = a.AsSpan().CommonPrefixLength(b);
        if (equal < a.Length)
        {
            Number(operation, name, equal, a[equal], b[equal]);
        }
    }

    /// <summary>Compares one number of 32 bits.</summary>
    public void Number(string operation, string name, int? index, uint a, uint b)
    {
        if (a != b)
        {
            First ??= (operation, new ElementDifference(name, index ?? 0, index is { } at ? $"[{at}]" : "", a, b));
        }
    }

    /// <summary>A number's bits.</summary>
    public static uint Bits(float value) => BitConverter.SingleToUInt32Bits(value);

    /// <summary>A fingerprint as four numbers, the most significant first.</summary>
    public static (string Name, uint Bits)[] Words(Fingerprint fingerprint) =>
    [
        ("fingerprint.0", (uint)(fingerprint.First >> 32)), ("fingerprint.1", (uint)fingerprint.First),
        ("fingerprint.2", (uint)(fingerprint.Second >> 32)), ("fingerprint.3", (uint)fingerprint.Second),
    ];

    // What bits an undefined number has is the processor's choice.
    private static bool Differ(float a, float b) => Bits(a) != Bits(b) && !(float.IsNaN(a) && float.IsNaN(b));
}
