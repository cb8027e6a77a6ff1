namespace Ledger.Application.Rebuilds.Forms;

/// <summary>How the axes of weights are ordered, and masks packed.</summary>
public enum AxisOrder
{
    /// <summary>As the ledger has them: weights [inputs, outputs], masks one bit a weight.</summary>
    Ledger,

    /// <summary>As PyTorch has them: weights [outputs, inputs], masks one byte a weight, named as its pruning names them.</summary>
    Torch,
}
