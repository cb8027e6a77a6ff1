using System.Runtime.CompilerServices;
using Ledger.Application.Addresses;
using Ledger.Events.Recorded;
using Ledger.Events.Streams;
using MediatR;

namespace Ledger.Application.Queries;

/// <summary>Handles <see cref="ReadLog"/>.</summary>
public sealed class ReadLogHandler(AddressResolver resolver) : IRequestHandler<ReadLog, IAsyncEnumerable<StoredEvent>>
{
    private static readonly string StepAlias = EventCatalogue.AliasOf(typeof(StepTrained));

    /// <inheritdoc/>
    public async Task<IAsyncEnumerable<StoredEvent>> Handle(ReadLog request, CancellationToken cancellationToken)
    {
        // What is committed while the run is looked up belongs to what follows, not to what was there.
        var last = await resolver.LedgerOf(Address.ParseRound(request.Address)).LastPosition(cancellationToken);
        var found = (await resolver.ResolveRounds([request.Address], cancellationToken))[0];
        return Read(found, last, request.Types?.Contains(StepAlias) == true ? request with { Steps = request.Steps ?? StepRange.All } : request, cancellationToken);
    }

    private static async IAsyncEnumerable<StoredEvent> Read(ResolvedAddress found, long last, ReadLog request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var events = (await RunEvents.Read(found, cancellation)).Where(stored => stored.Position <= last).ToList();
        await foreach (var stored in PositionOrder.Merge([events.ToAsyncEnumerable(), .. Steps(found, request, cancellation)]))
        {
            if (stored.Position <= last && IsAsked(request, stored))
            {
                yield return stored;
            }
        }

        if (!request.IsFollowing)
        {
            yield break;
        }

        var scope = new RunScope(found, events);
        await foreach (var stored in found.Store.Subscribe(last, cancellation))
        {
            foreach (var taken in scope.Take(stored).Where(taken => IsAsked(request, taken)))
            {
                yield return taken;
            }
        }
    }

    private static bool IsAsked(ReadLog request, StoredEvent stored) =>
        (request.Types is null or [] || request.Types.Contains(stored.Alias))
        && (stored.Alias != StepAlias || (request.Steps is { } steps && stored.Version - 1 >= steps.First && stored.Version - 1 <= steps.Last));

    private static IEnumerable<IAsyncEnumerable<StoredEvent>> Steps(ResolvedAddress found, ReadLog request, CancellationToken cancellation) =>
        request.Steps is not { } range
            ? []
            : found.RoundsNamed.Select(static round => round.Trajectory)
                .Where(static trajectory => trajectory is not null)
                .DistinctBy(static trajectory => trajectory!.Stream)
                .Select(trajectory => Steps(found, trajectory!.Stream, range, Math.Min(range.Last, trajectory.Steps), cancellation));

    private static async IAsyncEnumerable<StoredEvent> Steps(ResolvedAddress found, StreamName trajectory, StepRange range, int last, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var stored in found.Store.ReadStream(trajectory, Math.Max(1, range.First) + 1, cancellation))
        {
            if (stored.Version - 1 > last)
            {
                break;
            }

            yield return stored;
        }
    }
}
