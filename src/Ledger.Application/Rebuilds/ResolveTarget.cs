using Ledger.Application.Addresses;
using Ledger.Application.Data;
using Ledger.Application.Failures;
using Ledger.Application.History;
using Ledger.Application.Networks;
using Ledger.Application.Operations;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Store.Contract;
using Ledger.Tickets.Derivations;
using MediatR;

namespace Ledger.Application.Rebuilds;

/// <summary>Asks which file an address names; a ticket where it names no part. A step whose state was never taken is trained to.</summary>
public sealed record ResolveTarget(ResolvedAddress Address) : IRequest<RebuildTarget>;

/// <summary>Handles <see cref="ResolveTarget"/>.</summary>
public sealed class ResolveTargetHandler(IEventStore store, IMediator mediator, DataShelf data) : IRequestHandler<ResolveTarget, RebuildTarget>
{
    /// <inheritdoc/>
    public async Task<RebuildTarget> Handle(ResolveTarget request, CancellationToken cancellationToken)
    {
        var address = request.Address;
        var (specification, round) = (address.Specification, address.Round);
        var network = SpecifiedNetwork.Of(specification);
        if (address.Step is { } step)
        {
            return State(await StateAt(address, step, cancellationToken));
        }

        return address.Address.Part switch
        {
            AddressPart.Mask => new RebuildTarget(RebuiltKind.Mask, network, address.DigestOf(AddressPart.Mask), State: null, round.Mask, specification.Data),
            AddressPart.Start => State(round.Start),
            AddressPart.End => State(address.DigestOf(AddressPart.End)),
            _ => new RebuildTarget(RebuiltKind.Ticket, network, round.Ticket, round.Start, round.Mask, specification.Data),
        };

        RebuildTarget State(Digest digest) => new(RebuiltKind.State, network, digest, digest, round.Mask, specification.Data);
    }

    private async Task<Digest> StateAt(ResolvedAddress address, int step, CancellationToken cancellation)
    {
        if (address.StateAtStep is { } taken)
        {
            return taken;
        }

        data.Load(address.Specification.Data);
        var started = await store.First<TrainingStarted>(address.Trajectory.Stream, cancellation);
        return (await mediator.Send(new AdvanceTrajectory(Train.Of(started!.Derivation), step, Progress: null), cancellation)).Completed.Output;
    }
}
