using Ledger.Events.Streams;
using MediatR;

namespace Ledger.Application.Queries;

/// <summary>The events of a run in the order of commits: its own, those of the derivations it used, of its attempts and of their audits.</summary>
/// <param name="Address">A run or round as written.</param>
/// <param name="Types">Only events of these aliases; none for all.</param>
/// <param name="Steps">Which training steps to show; null for none, they are many.</param>
/// <param name="IsFollowing">Goes on with the events to come, until cancelled.</param>
public sealed record ReadLog(string Address, IReadOnlyList<string>? Types = null, StepRange? Steps = null, bool IsFollowing = false) : IRequest<IAsyncEnumerable<StoredEvent>>;
