using Ledger.Events.Hashing;
using Ledger.Events.Specification;
using MediatR;

namespace Ledger.Application.Experiments;

/// <summary>What the ledger has already of an experiment's replicates.</summary>
/// <param name="Specification">The experiment.</param>
/// <param name="Replicates">Which replicates.</param>
/// <param name="Data">The data digest.</param>
/// <param name="TrainSamples">All training samples.</param>
/// <param name="TestSamples">All test samples.</param>
public sealed record FindKnownWork(ExperimentSpecification Specification, IReadOnlyList<int> Replicates, Digest Data, int TrainSamples, int TestSamples)
    : IRequest<IReadOnlyList<KnownWork>>;
