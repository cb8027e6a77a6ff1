using MediatR;

namespace Ledger.Application.Replays;

/// <summary>
/// Computes runs or rounds again from the recorded inputs of their derivations and compares every step, count and digest; what several
/// of them share is computed once.
/// </summary>
/// <param name="Targets">What.</param>
/// <param name="Options">How.</param>
/// <param name="Watch">Told what it costs and how far it is.</param>
public sealed record ReplayRuns(IReadOnlyList<ReplayTarget> Targets, ReplayOptions Options, IReplayWatch? Watch = null) : IRequest<IReadOnlyList<ReplayReport>>;
