using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Application.Sharing;

/// <summary>Takes work that machines share; a lease saves doing it twice and guards nothing (docs/machines.md).</summary>
public sealed class WorkLeases(ILeaseStore store, LeaseTerms terms, TimeProvider clock)
{
    /// <summary>Notes that work waits to be done.</summary>
    public Task Offer(StreamName work, string label, CancellationToken cancellation = default) => store.Offer(work, label, cancellation);

    /// <summary>Takes work and keeps it until the lease is disposed of; null if another has it.</summary>
    /// <param name="work">The stream that the work will record.</param>
    /// <param name="label">What people call it.</param>
    /// <param name="cancellation">Stops the work too.</param>
    public async Task<HeldLease?> Take(StreamName work, string label, CancellationToken cancellation = default)
    {
        var holder = HolderName.New();
        return await store.Take(work, label, holder, terms.Duration, cancellation) ? new HeldLease(store, work, holder, terms, clock, cancellation) : null;
    }

    /// <summary>Waits before looking again at work that another has.</summary>
    public Task Pause(CancellationToken cancellation = default) => Task.Delay(terms.Pause, clock, cancellation);
}
