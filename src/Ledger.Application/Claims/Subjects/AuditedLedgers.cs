using Ledger.Application.Addresses;
using Ledger.Store.Contract;

namespace Ledger.Application.Claims.Subjects;

/// <summary>The ledgers that the claims of one audit speak of, each with its checked events and its list of runs read once.</summary>
internal sealed class AuditedLedgers(ILedgerStore store, OtherLedgers others)
{
    private readonly Dictionary<string, AuditedLedger> _ledgers = [];

    /// <summary>The ledger under audit.</summary>
    public Task<AuditedLedger> Here(CancellationToken cancellation) => Of(file: null, cancellation);

    /// <summary>The ledger of a file, or the one under audit.</summary>
    public async Task<AuditedLedger> Of(string? file, CancellationToken cancellation)
    {
        if (!_ledgers.TryGetValue(file ?? "", out var ledger))
        {
            var opened = file is null ? store : others.Open(file);
            var events = new CheckedEvents(opened);
            ledger = new AuditedLedger(events, await RunDirectory.Read(events, opened, opened.Location, cancellation), file);
            _ledgers.Add(file ?? "", ledger);
        }

        return ledger;
    }
}
