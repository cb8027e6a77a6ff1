namespace Ledger.Training.Networks.Layers;

/// <summary>While training, each element is +0 with probability rate, else scaled by 1 / (1 − rate) (Srivastava et al. 2014).</summary>
/// <param name="Rate">Probability, at least 0 and below 1.</param>
public sealed record DropoutLayer(decimal Rate) : Layer
{
    /// <inheritdoc/>
    public override string Title => $"dropout {Rate}";

    /// <inheritdoc/>
    public override Features After(Features input) => input;
}
