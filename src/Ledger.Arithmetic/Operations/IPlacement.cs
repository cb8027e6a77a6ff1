using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Operations;

/// <summary>Finds the tensors of one device that stand for those of another.</summary>
public interface IPlacement
{
    /// <summary>The tensor that stands for another.</summary>
    Tensor Of(Tensor tensor);

    /// <summary>The mask that stands for another, or null for none.</summary>
    BitTensor? Of(BitTensor? mask);

    /// <summary>The bytes that stand for others.</summary>
    ByteTensor Of(ByteTensor bytes);

    /// <summary>The indices that stand for others.</summary>
    IndexTensor Of(IndexTensor indices);

    /// <summary>The ring that stands for another.</summary>
    StepRing Of(StepRing ring);
}
