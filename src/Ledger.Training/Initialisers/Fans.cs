using Ledger.Training.Networks;

namespace Ledger.Training.Initialisers;

/// <summary>How many numbers meet in a weight tensor.</summary>
/// <param name="In">Products in an output element.</param>
/// <param name="Out">Products that an input element is in.</param>
internal readonly record struct Fans(int In, int Out)
{
    /// <summary>Those of a weight tensor.</summary>
    public static Fans Of(ParameterTensor weight) => new(weight.FanIn, weight.FanOut);
}
