using MediatR;

namespace Ledger.Application.Storage;

/// <summary>Drops cached states that the retention policy does not keep; masks are evidence and stay.</summary>
/// <param name="AllStates">Drop every state, whatever the policy says.</param>
/// <param name="PlanOnly">Tell what would be dropped, drop nothing.</param>
public sealed record CollectGarbage(bool AllStates, bool PlanOnly) : IRequest<GarbageReport>;
