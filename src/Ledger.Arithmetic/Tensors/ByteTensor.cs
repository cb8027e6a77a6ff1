namespace Ledger.Arithmetic.Tensors;

/// <summary>Row-major unsigned bytes on a device: raw samples, or labels.</summary>
/// <param name="Memory">Whose elements these are.</param>
/// <param name="Shape">Extents: samples × features, or samples.</param>
public sealed record ByteTensor(DeviceMemory Memory, Shape Shape);
