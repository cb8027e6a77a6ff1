using MediatR;

namespace Ledger.Application.Differences;

/// <summary>Where two runs or rounds part, in program order.</summary>
/// <param name="A">The address of one, as written.</param>
/// <param name="B">The address of the other.</param>
public sealed record DiffLineages(string A, string B) : IRequest<LineageDiff>;
