using MediatR;

namespace Ledger.Application.Differences;

/// <summary>Where two tickets, runs or experiments part and why, then how far they are apart, round by round and layer by layer.</summary>
/// <param name="A">The address of one, as written: a run, a round of it, or an experiment, whose replicates are paired by number.</param>
/// <param name="B">The address of the other.</param>
/// <param name="IsRebuilding">True to train states again that are no longer stored; else their weights are left out.</param>
public sealed record DiffLineages(string A, string B, bool IsRebuilding = false) : IRequest<LineageDiff>;
