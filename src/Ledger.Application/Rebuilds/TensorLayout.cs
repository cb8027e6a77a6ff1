namespace Ledger.Application.Rebuilds;

/// <summary>One tensor's layout here and the name and shape it has in PyTorch.</summary>
/// <param name="Name">Name in the file.</param>
/// <param name="Shape">Row-major extents in the file: [inputs, outputs] or [outputs].</param>
/// <param name="Torch">Name in a PyTorch module of the same layers.</param>
/// <param name="TorchShape">Extents in PyTorch: [outputs, inputs] or [outputs].</param>
/// <param name="Mask">Name of the packed mask in the file: bit i mod 8 of byte i div 8, least significant first; null where nothing is masked.</param>
public sealed record TensorLayout(string Name, IReadOnlyList<int> Shape, string Torch, IReadOnlyList<int> TorchShape, string? Mask);
