using Ledger.Events.Hashing;
using Ledger.Events.Streams;

namespace Ledger.Store.Contract;

/// <summary>Which cached states lie on which recorded trajectory: they only shorten the way, and may vanish.</summary>
public interface IStateCache
{
    /// <summary>Notes that the blob <paramref name="state"/> is the trajectory's state after <paramref name="step"/> steps.</summary>
    Task Note(StreamName trajectory, int step, Digest state, CancellationToken cancellation = default);

    /// <summary>The latest state at or before a step whose blob is here, or null.</summary>
    Task<CachedState?> Nearest(StreamName trajectory, int step, CancellationToken cancellation = default);

    /// <summary>Every noted state whose blob is here.</summary>
    IAsyncEnumerable<CachedState> ListStates(CancellationToken cancellation = default);

    /// <summary>Forgets one note; the blob stays.</summary>
    Task Forget(StreamName trajectory, int step, CancellationToken cancellation = default);
}
