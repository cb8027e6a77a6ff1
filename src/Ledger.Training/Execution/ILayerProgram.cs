using Ledger.Arithmetic.Tensors;

namespace Ledger.Training.Execution;

/// <summary>The operations of one layer.</summary>
internal interface ILayerProgram
{
    /// <summary>Lists the forward operations; returns the layer's output.</summary>
    Tensor Forward(Tensor x);

    /// <summary>Lists the backward operations, last layer first; takes the output's gradient over and returns the input's, or null if nobody wants it.</summary>
    Tensor? Backward(Tensor dy, bool isWanted);
}
