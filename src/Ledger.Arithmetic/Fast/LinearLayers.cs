using Ledger.Arithmetic.Fast.Sparse;
using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Reference;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Fast;

/// <summary>Linear layers, dense or by survivors, whichever is faster at the mask's density.</summary>
/// <typeparam name="T">The lanes.</typeparam>
internal sealed class LinearLayers<T>(LaneKind kind, ThreadTeam team)
    where T : struct, ILanes<T>
{
    private readonly LinearProducts<T> _dense = new(team);

    /// <summary>The work of a product.</summary>
    public Action Bind(MatrixProduct o)
    {
        if (o.Mask is null || !SparseChoice.IsForProduct(o.Shape, o.Mask.Density()))
        {
            return () => Dense(o);
        }

        var sparse = SparseProduct<T>.Forward(o.Shape, o.Mask.Bits(), team);
        return () => sparse.Run(o.X.Elements(), o.W.Elements(), o.Y.Elements());
    }

    /// <summary>The work of an input gradient.</summary>
    public Action Bind(InputGradient o)
    {
        if (o.Mask is null || !SparseChoice.IsForInputGradient(o.Shape, o.Mask.Density()))
        {
            return () => Dense(o);
        }

        var sparse = SparseProduct<T>.Backward(o.Shape, o.Mask.Bits(), team);
        return () => sparse.Run(o.Dy.Elements(), o.W.Elements(), o.Dx.Elements());
    }

    /// <summary>The work of a weight gradient.</summary>
    public Action Bind(WeightGradient o)
    {
        if (o.Mask is null || !SparseChoice.IsForWeightGradient(kind, o.Mask.Density()))
        {
            return () => _dense.WeightGradient(o.Shape, o.X.Elements(), o.Dy.Elements(), o.Dw.Elements());
        }

        if (SparseChoice.IsPermuted(kind))
        {
            var permuted = new SparseWeightGradient(o.Shape, o.Mask.Bits(), team);
            return () => permuted.Run(o.X.Elements(), o.Dy.Elements(), o.Dw.Elements());
        }

        var rows = new RowWeightGradient<T>(o.Shape, o.Mask.Bits(), team);
        return () => rows.Run(o.X.Elements(), o.Dy.Elements(), o.Dw.Elements());
    }

    /// <summary>The work of a bias gradient over samples of one position.</summary>
    public Action Bind(BiasGradient o) => () => _dense.BiasGradient(o.Dy.Elements(), o.Dbias.Elements());

    private void Dense(MatrixProduct o)
    {
        _dense.Forward(o.Shape, o.X.Elements(), o.W.Elements(), o.Y.Elements());

        // Over finite values a zero weight is a skipped one; ∞ · 0 is not.
        if (o.Mask is not null && !Elementwise<T>.AreFinite(o.Y.Elements()))
        {
            Products.Forward(o.Shape, o.X.Elements(), o.W.Elements(), o.Mask.Bits(), o.Y.Elements());
        }
    }

    private void Dense(InputGradient o)
    {
        _dense.InputGradient(o.Shape, o.Dy.Elements(), o.W.Elements(), o.Dx.Elements());
        if (o.Mask is not null && !Elementwise<T>.AreFinite(o.Dx.Elements()))
        {
            Products.Backward(o.Shape, o.Dy.Elements(), o.W.Elements(), o.Mask.Bits(), o.Dx.Elements());
        }
    }
}
