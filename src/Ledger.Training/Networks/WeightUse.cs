namespace Ledger.Training.Networks;

/// <summary>How often the weights of a layer are used for one sample.</summary>
/// <param name="Weight">The weight tensor.</param>
/// <param name="Positions">Output positions: each weight takes part in one multiplication at each of them, the padding counted.</param>
public sealed record WeightUse(ParameterTensor Weight, int Positions)
{
    /// <summary>Multiply-adds of a sample's forward pass through the dense layer.</summary>
    public long MultiplyAdds => (long)Weight.Size * Positions;
}
