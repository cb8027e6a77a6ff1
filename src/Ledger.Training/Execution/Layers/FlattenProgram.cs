using Ledger.Arithmetic.Tensors;

namespace Ledger.Training.Execution.Layers;

/// <summary>The same elements with other extents: no operation.</summary>
internal sealed class FlattenProgram : ILayerProgram
{
    private Shape _before;

    public Tensor Forward(Tensor x)
    {
        _before = x.Shape;
        return x.As(new Shape(x.Shape.Rows, x.Shape.Columns));
    }

    public Tensor? Backward(Tensor dy, bool isWanted) => dy.As(_before);
}
