using Ledger.Training.Networks;
using Ledger.Training.States;

namespace Ledger.Tickets.Criteria;

/// <summary>A score of weights; the lowest are pruned first.</summary>
public interface IPruningCriterion
{
    /// <summary>Versioned name, part of every key that uses it.</summary>
    string Name { get; }

    /// <summary>The score of every weight of a tensor, in flat order; finite.</summary>
    float[] Score(ParameterTensor weight, NetworkState final);
}
