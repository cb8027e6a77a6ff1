namespace Ledger.Training.Networks.Layers;

/// <summary>y = max(x, 0), by selection.</summary>
public sealed record ReluLayer : Layer
{
    /// <inheritdoc/>
    public override string Title => "relu";

    /// <inheritdoc/>
    public override Features After(Features input) => input;
}
