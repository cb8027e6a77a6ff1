using Ledger.Events.Streams;

namespace Ledger.Store.Contract;

/// <summary>Hands out work to machines that share a ledger: operational notes, no events, and nothing in a digest depends on them.</summary>
public interface ILeaseStore
{
    /// <summary>Notes that work waits to be done; leaves it as it is if it is noted already.</summary>
    Task Offer(StreamName work, string label, CancellationToken cancellation = default);

    /// <summary>Takes work that nobody has, whose holder let it expire, or that is ours already; makes the note if there is none. False if another has it.</summary>
    /// <param name="work">The stream that the work will record.</param>
    /// <param name="label">What people call it.</param>
    /// <param name="holder">Who we are.</param>
    /// <param name="duration">How long we have it without renewing, by the store's clock.</param>
    /// <param name="cancellation">Stops before it is taken.</param>
    Task<bool> Take(StreamName work, string label, string holder, TimeSpan duration, CancellationToken cancellation = default);

    /// <summary>Extends a lease from now on; false if it is not ours any more.</summary>
    Task<bool> Renew(StreamName work, string holder, TimeSpan duration, CancellationToken cancellation = default);

    /// <summary>Gives back work that is not finished; it waits for somebody again. Nothing happens if it is not ours.</summary>
    Task Release(StreamName work, string holder, CancellationToken cancellation = default);

    /// <summary>Forgets work that is finished or no longer wanted, whoever has it.</summary>
    Task Forget(StreamName work, CancellationToken cancellation = default);

    /// <summary>All work that waits or is being done, in ordinal order of its streams.</summary>
    Task<IReadOnlyList<Lease>> ListLeases(CancellationToken cancellation = default);
}
