using Ledger.Store.Contract;
using MediatR;

namespace Ledger.Application.Verification;

/// <summary>Checks that a ledger is as it was written.</summary>
/// <param name="Progress">Told the share done.</param>
public sealed record VerifyLedger(IProgress<double>? Progress = null) : IRequest<VerificationReport>;

/// <summary>Handles <see cref="VerifyLedger"/>.</summary>
public sealed class VerifyLedgerHandler(ILedgerStore store) : IRequestHandler<VerifyLedger, VerificationReport>
{
    /// <inheritdoc/>
    public async Task<VerificationReport> Handle(VerifyLedger request, CancellationToken cancellationToken)
    {
        var findings = new List<IntegrityFinding>();
        await foreach (var finding in store.Verify(request.Progress, cancellationToken))
        {
            findings.Add(finding);
        }

        return new VerificationReport(store.Location, await store.LastPosition(cancellationToken), findings);
    }
}
