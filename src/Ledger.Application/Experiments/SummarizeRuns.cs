using Ledger.Events.Hashing;
using MediatR;

namespace Ledger.Application.Experiments;

/// <summary>What runs have found so far, read from their recorded events.</summary>
/// <param name="Runs">The runs' digests.</param>
public sealed record SummarizeRuns(IReadOnlyList<Digest> Runs) : IRequest<IReadOnlyList<RunSummary>>;
