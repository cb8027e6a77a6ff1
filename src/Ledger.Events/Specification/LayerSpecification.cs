namespace Ledger.Events.Specification;

/// <summary>One listed layer, every default expanded; it takes as many inputs as reach it. Members that its kind does not have are absent.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Stable name of its tensors.</param>
/// <param name="Outputs">Output features or channels.</param>
/// <param name="Kernel">Rows and columns of a kernel.</param>
/// <param name="Stride">Distance of neighbouring outputs in the input.</param>
/// <param name="Padding">Rows and columns of nothing on every side.</param>
/// <param name="Bias">True if a bias is added.</param>
/// <param name="Size">Rows and columns of a pool's window.</param>
/// <param name="Rate">Probability of dropout.</param>
/// <param name="Momentum">Of running statistics.</param>
/// <param name="Epsilon">Added to variances.</param>
/// <param name="Main">A residual layer's main path.</param>
/// <param name="Shortcut">The path around it; empty for the input itself.</param>
public sealed record LayerSpecification(
    LayerKind Kind,
    string? Name = null,
    int? Outputs = null,
    int? Kernel = null,
    int? Stride = null,
    int? Padding = null,
    bool? Bias = null,
    int? Size = null,
    decimal? Rate = null,
    decimal? Momentum = null,
    decimal? Epsilon = null,
    IReadOnlyList<LayerSpecification>? Main = null,
    IReadOnlyList<LayerSpecification>? Shortcut = null);
