using Ledger.Application.Materials;
using Ledger.Store.Contract;
using MediatR;

namespace Ledger.Application.Rebuilds.Compact;

/// <summary>Puts the masks of a compact ticket where a rebuild finds them, and asks what is to be computed.</summary>
public sealed record UnpackCompact(CompactTicket Ticket) : IRequest<(RebuildTarget Target, IReadOnlyList<PlannedDerivation> Plan)>;

/// <summary>Handles <see cref="UnpackCompact"/>.</summary>
public sealed class UnpackCompactHandler(IBlobStore blobs) : IRequestHandler<UnpackCompact, (RebuildTarget Target, IReadOnlyList<PlannedDerivation> Plan)>
{
    /// <inheritdoc/>
    public async Task<(RebuildTarget Target, IReadOnlyList<PlannedDerivation> Plan)> Handle(UnpackCompact request, CancellationToken cancellationToken)
    {
        foreach (var (_, mask) in request.Ticket.Masks)
        {
            await blobs.Put(BlobKind.Mask, mask, cancellationToken);
        }

        var about = request.Ticket.Provenance;
        var target = new RebuildTarget(about.Kind, about.Network, about.File, about.State, about.Mask, about.Specification.Data);
        return (target, request.Ticket.Steps);
    }
}
