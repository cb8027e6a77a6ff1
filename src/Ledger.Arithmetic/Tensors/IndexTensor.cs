namespace Ledger.Arithmetic.Tensors;

/// <summary>Sample indices on a device, written by the host before each step.</summary>
/// <param name="Memory">Whose elements these are.</param>
/// <param name="Length">Number of indices.</param>
public sealed record IndexTensor(DeviceMemory Memory, int Length);
