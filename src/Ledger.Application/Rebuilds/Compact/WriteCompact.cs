using Ledger.Application.Failures;
using Ledger.Application.Materials;
using Ledger.Events.Hashing;
using Ledger.Store.Contract;
using MediatR;

namespace Ledger.Application.Rebuilds.Compact;

/// <summary>Writes a ticket in its compact form; nothing is computed.</summary>
/// <param name="Target">The ticket.</param>
/// <param name="Provenance">What stands beside the file that comes out.</param>
public sealed record WriteCompact(RebuildTarget Target, TicketProvenance Provenance) : IRequest<byte[]>;

/// <summary>Handles <see cref="WriteCompact"/>.</summary>
public sealed class WriteCompactHandler(RebuildPlanner planner, IBlobStore blobs) : IRequestHandler<WriteCompact, byte[]>
{
    /// <inheritdoc/>
    public async Task<byte[]> Handle(WriteCompact request, CancellationToken cancellationToken)
    {
        var (plan, digests) = await planner.PlanFromSeed(request.Target.Parts, cancellationToken);
        var masks = new List<(Digest Digest, byte[] File)>();
        foreach (var digest in digests)
        {
            masks.Add((digest, await blobs.Get(digest, cancellationToken) ?? throw new EvidenceMissingException($"mask {digest.ToShortString()} is not stored: `ledger rebuild` with :mask makes it again")));
        }

        return CompactFile.Write(new CompactTicket(request.Provenance, plan, masks));
    }
}
