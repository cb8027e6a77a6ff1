using System.Runtime.CompilerServices;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Devices;

/// <summary>Checks at the edge, so that kernels may trust their pointers.</summary>
internal static class Shapes
{
    /// <summary>Refuses shapes that don't fit x[B, I], w[I, O], y[B, O] or the weights' mask.</summary>
    /// <exception cref="ArgumentException">Extents differ.</exception>
    public static LinearShape Linear(Tensor x, Tensor w, Tensor y, BitTensor? mask)
    {
        var linear = new LinearShape(x.Shape.Rows, x.Shape.Columns, y.Shape.Columns);
        Equal(y.Shape.Rows, linear.Samples);
        Equal(w.Shape.Rows, linear.Inputs);
        Equal(w.Shape.Columns, linear.Outputs);
        Equal(mask?.Length ?? w.Size, w.Size);
        return linear;
    }

    /// <summary>Refuses two extents that differ.</summary>
    /// <exception cref="ArgumentException">Extents differ.</exception>
    public static void Equal(int found, int wanted, [CallerArgumentExpression(nameof(found))] string name = "")
    {
        if (found != wanted)
        {
            throw new ArgumentException($"{name} is {found}, wanted {wanted}");
        }
    }
}
