using Ledger.Arithmetic.Tensors;
using Ledger.Training.Networks;

namespace Ledger.Application.Replays.Bisection;

/// <summary>One binary32 number that two computations make differently.</summary>
/// <param name="Tensor">What it belongs to: a parameter, its velocity, or a layer's output.</param>
/// <param name="Index">Flat row-major index in the tensor.</param>
/// <param name="Place">Its coordinates, for example <c>[3, 2]</c>.</param>
/// <param name="Found">The bits found.</param>
/// <param name="Wanted">The bits wanted.</param>
public sealed record ElementDifference(string Tensor, int Index, string Place, uint Found, uint Wanted)
{
    /// <summary>Representable numbers between the two, the last one included; −0 and +0 are one apart.</summary>
    public long Ulps => Math.Abs(Ordinal(Found) - Ordinal(Wanted));

    /// <summary>The number found.</summary>
    public float FoundValue => BitConverter.UInt32BitsToSingle(Found);

    /// <summary>The number wanted.</summary>
    public float WantedValue => BitConverter.UInt32BitsToSingle(Wanted);

    /// <summary>For people, with a name for each side.</summary>
    public string Describe(string found, string wanted) =>
        $"{Tensor}{Place}: {found} 0x{Found:x8} ({FoundValue:R}), {wanted} 0x{Wanted:x8} ({WantedValue:R}), {Ulps} ulp{(Ulps == 1 ? "" : "s")} apart";

    /// <summary>An element of a tensor that is one of the network's parameters, or runs beside one.</summary>
    public static ElementDifference InParameter(ParameterTensor parameter, string suffix, int index, uint found, uint wanted) =>
        new(parameter.Name + suffix, index, Coordinates(index, parameter.Shape), found, wanted);

    /// <summary>The coordinates of a flat index.</summary>
    public static string Coordinates(int index, Shape shape)
    {
        var place = new int[shape.Rank];
        for (var dimension = shape.Rank - 1; dimension >= 0; dimension--)
        {
            (index, place[dimension]) = Math.DivRem(index, shape[dimension]);
        }

        return $"[{string.Join(", ", place)}]";
    }

    // Sign and magnitude become one line on which neighbours are neighbours.
    private static long Ordinal(uint bits) => bits >> 31 == 0 ? bits : -1L - (bits & 0x7FFFFFFF);
}
