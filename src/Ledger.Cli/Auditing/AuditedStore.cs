using Ledger.Application.Claims.Auditing;
using Ledger.Events.Claims;
using Ledger.Store.Contract;

namespace Ledger.Cli.Auditing;

/// <summary>Opens the ledger under audit: to write where that is possible, so that the audit is recorded; a bundle is only read.</summary>
internal sealed class AuditedStore(Session session)
{
    /// <summary>The ledger; the caller closes it.</summary>
    public OpenLedger Open(AuditClaims request)
    {
        if (request.Level > ClaimLevel.Record || request.Claims.Any(static claim => claim.Statement.Level > ClaimLevel.Record))
        {
            return session.OpenToCompute();
        }

        return session.IsBundle ? session.Open() : OpenToRecord();
    }

    private OpenLedger OpenToRecord()
    {
        try
        {
            return session.Open(OpenMode.Existing);
        }
        catch (StoreWriteException)
        {
            return session.Open();
        }
    }
}
