using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Operations;

/// <summary>Something that an operation writes.</summary>
/// <param name="Tensor">Where.</param>
/// <param name="Defined">Elements whose bit is 0 are undefined; null if all are defined.</param>
public sealed record Output(Tensor Tensor, BitTensor? Defined = null);
