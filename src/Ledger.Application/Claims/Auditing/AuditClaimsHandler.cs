using Ledger.Application.Addresses;
using Ledger.Application.Claims.Figures;
using Ledger.Application.Claims.Subjects;
using Ledger.Application.History;
using Ledger.Application.Training;
using Ledger.Application.Verification;
using Ledger.Events.Claims;
using Ledger.Events.Hashing;
using Ledger.Events.Merkle;
using Ledger.Events.Recorded;
using Ledger.Store.Contract;
using MediatR;

namespace Ledger.Application.Claims.Auditing;

/// <summary>Handles <see cref="AuditClaims"/>: claims in order; what one of them read or computed serves the next.</summary>
public sealed class AuditClaimsHandler(ILedgerStore store, OtherLedgers others, Recomputation recomputation, IDeviceFactory devices, TimeProvider clock) : IRequestHandler<AuditClaims, AuditReport>
{
    /// <inheritdoc/>
    public async Task<AuditReport> Handle(AuditClaims request, CancellationToken cancellationToken)
    {
        var size = await store.LastPosition(cancellationToken);
        var root = await new MerkleTree(store).Root(size, cancellationToken);
        var verified = await LastVerification.Load(store, cancellationToken);
        var altered = await LastVerification.Alteration(store, verified, cancellationToken);
        var audit = new ClaimAudit(new AuditedLedgers(store, others), recomputation);
        var answers = new List<ClaimAnswer>();
        foreach (var claim in request.Claims)
        {
            var level = claim.Statement.Level > request.Level ? claim.Statement.Level : request.Level;
            answers.Add(altered is null ? await audit.Answer(claim, level, cancellationToken) : ClaimAudit.Altered(claim, level, altered));
        }

        var records = request.Records && store.Models.IsWritable;
        if (records)
        {
            await Record(answers, size, root, cancellationToken);
        }

        return new AuditReport(store.Location, size, root, altered is null ? verified : null, records, answers);
    }

    private async Task Record(IReadOnlyList<ClaimAnswer> answers, long size, Digest root, CancellationToken cancellation)
    {
        using var device = devices.CreateFast();
        var metadata = EnvironmentReport.Now(clock, device.Name).ToBytes();
        foreach (var answer in answers)
        {
            var audited = new ClaimAudited(answer.Claim, answer.Level, answer.Verdict, size, root, Digest.Of(metadata));
            await store.AppendAtEnd(StreamNames.Audit(answer.Claim), [EventCatalogue.ToNew(audited, metadata)], cancellation);
        }
    }
}
