using Ledger.Events.Hashing;
using MediatR;

namespace Ledger.Application.Replays;

/// <summary>Computes a run again and compares every step, count and digest with the recorded one.</summary>
/// <param name="Run">The run's digest.</param>
/// <param name="Options">How; null for the usual way.</param>
/// <param name="Watch">Told what it costs and how far it is.</param>
public sealed record ReplayRun(Digest Run, ReplayOptions? Options = null, IReplayWatch? Watch = null) : IRequest<ReplayReport>;

/// <summary>Handles <see cref="ReplayRun"/>.</summary>
public sealed class ReplayRunHandler(IMediator mediator) : IRequestHandler<ReplayRun, ReplayReport>
{
    /// <inheritdoc/>
    public async Task<ReplayReport> Handle(ReplayRun request, CancellationToken cancellationToken) =>
        (await mediator.Send(new ReplayRuns([new ReplayTarget(request.Run)], request.Options ?? new ReplayOptions(), request.Watch), cancellationToken))[0];
}
