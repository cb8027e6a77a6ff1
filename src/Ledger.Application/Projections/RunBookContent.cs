using Ledger.Events.Specification;

namespace Ledger.Application.Projections;

/// <summary>What a run book is made of, as it is kept; every list in the order in which its items first appeared.</summary>
/// <param name="Experiments">The declared ones.</param>
/// <param name="Runs">The runs.</param>
/// <param name="Evaluations">Every recorded evaluation.</param>
/// <param name="States">Every taken state, by trajectory.</param>
/// <param name="Trainings">Every training, by the ticket it began from.</param>
/// <param name="Disputed">The identity of each disputed derivation, once a dispute.</param>
internal sealed record RunBookContent(
    List<ExperimentSpecification> Experiments,
    List<RunEntry> Runs,
    List<BookedEvaluation> Evaluations,
    List<BookedStates> States,
    List<BookedTraining> Trainings,
    List<string> Disputed)
{
    /// <summary>Of a ledger without events.</summary>
    public static RunBookContent Empty => new([], [], [], [], [], []);
}
