using Ledger.Application.Claims.Auditing;
using Ledger.Events.Claims;
using Ledger.Store.Contract;

namespace Ledger.Cli.Auditing;

/// <summary>Opens the ledger under audit: to write where that is possible, so that the audit is recorded; a bundle is only read. Where runs are replayed, each task has one thread.</summary>
public sealed class AuditedStore(Session session)
{
    /// <summary>The ledger; the caller closes it.</summary>
    public OpenLedger Open(AuditClaims request)
    {
        var level = request.Claims.Select(static claim => claim.Statement.Level).Append(request.Level).Max();
        return level switch
        {
            ClaimLevel.Record => session.IsBundle ? session.Open() : OpenToRecord(),
            ClaimLevel.Replay => session.OpenToCompute(session.Surroundings.Cores),
            _ => session.OpenToCompute(),
        };
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
