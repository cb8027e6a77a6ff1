using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Operations;

/// <summary>dx[b, r·s, c·s, i] = dy[b, r, c, i + before], +0 elsewhere.</summary>
public sealed record SubsampleGradient(Tensor Dy, Tensor Dx, int Stride) : Operation
{
    /// <inheritdoc/>
    public override IEnumerable<Output> Outputs => [new Output(Dx)];

    /// <inheritdoc/>
    public override Operation On(IPlacement placement) => this with { Dy = placement.Of(Dy), Dx = placement.Of(Dx) };

    /// <inheritdoc/>
    internal override void Check()
    {
        Equal(Dy.Shape.Rows, Dx.Shape.Rows, Dy);
        Equal(Dy.Shape[1], (Dx.Shape[1] + Stride - 1) / Stride, Dy);
        Equal(Dy.Shape[2], (Dx.Shape[2] + Stride - 1) / Stride, Dy);
    }
}
