using Ledger.Arithmetic.Fast.Convolutions;
using Ledger.Arithmetic.Fast.Convolutions.Sparse;
using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Fast;

/// <summary>Convolutions, dense or by kept weights, whichever is faster at the mask's density.</summary>
/// <typeparam name="T">The lanes.</typeparam>
internal sealed class ConvolutionLayers<T>(LaneKind kind, ThreadTeam team)
    where T : struct, ILanes<T>
{
    private readonly ConvolutionKernels _dense = ConvolutionKernels.For(kind, team);
    private readonly ScratchMemory _room = new();

    /// <summary>The work of a convolution.</summary>
    public Action Bind(Convolve o)
    {
        if (o.Mask is null || !SparseConvolutionChoice.IsForProduct(o.Shape, o.Mask.Density(), T.Count))
        {
            return () => _dense.Forward(o.Shape, o.X.Elements(), o.W.Elements(), o.Mask.Bits(), o.Y.Elements());
        }

        var sparse = SparseConvolution<T>.Forward(o.Shape, o.Mask.Bits(), team, _room);
        return () =>
        {
            if (!sparse.TryRun(o.X.Elements(), o.W.Elements(), o.Y.Elements()))
            {
                Reference.Convolutions.Forward(o.Shape, o.X.Elements(), o.W.Elements(), o.Mask.Bits(), o.Y.Elements());
            }
        };
    }

    /// <summary>The work of an input gradient.</summary>
    public Action Bind(ConvolutionInputGradient o)
    {
        if (o.Mask is null || !SparseConvolutionChoice.IsForInputGradient(o.Shape, o.Mask.Density(), T.Count))
        {
            return () => _dense.InputGradient(o.Shape, o.Dy.Elements(), o.W.Elements(), o.Mask.Bits(), o.Dx.Elements());
        }

        var sparse = SparseConvolution<T>.Backward(o.Shape, o.Mask.Bits(), team, _room);
        return () =>
        {
            if (!sparse.TryRun(o.Dy.Elements(), o.W.Elements(), o.Dx.Elements()))
            {
                Reference.Convolutions.InputGradient(o.Shape, o.Dy.Elements(), o.W.Elements(), o.Mask.Bits(), o.Dx.Elements());
            }
        };
    }

    /// <summary>The work of a weight gradient.</summary>
    public Action Bind(ConvolutionWeightGradient o)
    {
        if (o.Mask is null || !SparseConvolutionChoice.IsForWeightGradient(o.Shape, o.Mask.Density(), T.Count))
        {
            return () => _dense.WeightGradient(o.Shape, o.X.Elements(), o.Dy.Elements(), o.Dw.Elements());
        }

        var sparse = new SparseConvolutionGradient<T>(o.Shape, o.Mask.Bits(), team, _room);
        return () =>
        {
            if (!sparse.TryRun(o.X.Elements(), o.Dy.Elements(), o.Dw.Elements()))
            {
                Reference.Convolutions.WeightGradient(o.Shape, o.X.Elements(), o.Dy.Elements(), o.Mask.Bits(), o.Dw.Elements());
            }
        };
    }
}
