using Ledger.Application.Claims.Auditing;
using Ledger.Application.Failures;
using Ledger.Application.History;
using Ledger.Application.Sealing;
using Ledger.Application.Training;
using Ledger.Events.Attestations;
using Ledger.Events.Canonical;
using Ledger.Events.Seals;
using Ledger.Store.Contract;
using MediatR;

namespace Ledger.Application.Claims.Attesting;

/// <summary>Signs what an audit found as an in-toto statement about the tickets that it was answered from.</summary>
/// <param name="Report">The audit.</param>
/// <param name="Key">The ledger's key.</param>
public sealed record AttestAudit(AuditReport Report, SealKey Key) : IRequest<Envelope>;

/// <summary>Handles <see cref="AttestAudit"/>.</summary>
public sealed class AttestAuditHandler(IEventStore store, IDeviceFactory devices, TimeProvider clock) : IRequestHandler<AttestAudit, Envelope>
{
    /// <inheritdoc/>
    /// <exception cref="EvidenceMissingException">The claims speak of no ticket.</exception>
    public async Task<Envelope> Handle(AttestAudit request, CancellationToken cancellationToken)
    {
        var report = request.Report;
        var tickets = report.Claims.SelectMany(static claim => claim.Tickets).Distinct().ToArray();
        if (tickets.Length == 0)
        {
            throw new EvidenceMissingException("the claims were answered from no ticket, so that there is nothing to attest: see what is missing");
        }

        var seal = (await store.Seals(cancellationToken)).Where(recorded => recorded.Position <= report.Size).Select(static recorded => recorded.Seal.ToString()).LastOrDefault();
        var statement = new InTotoStatement(
            InTotoStatement.Form,
            [.. tickets.Select(static ticket => InTotoSubject.Of(ticket.Address, ticket.Ticket))],
            InTotoStatement.ClaimAudit,
            new AuditPredicate(report.Verdict, [.. report.Claims.Select(AttestedClaim.Of)], new AttestedLedger(report.Size, report.Root, seal), Auditor()));
        return Envelope.Sign(request.Key, Envelope.InToto, CanonicalJson.Serialize(statement));
    }

    private AttestedAuditor Auditor()
    {
        using var device = devices.CreateFast();
        var environment = EnvironmentReport.Now(clock, device.Name);
        return new AttestedAuditor(environment.Version, environment.Device, environment.Processor, environment.System, environment.Runtime);
    }
}
