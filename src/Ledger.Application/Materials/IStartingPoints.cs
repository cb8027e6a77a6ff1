using Ledger.Events.Hashing;
using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Application.Materials;

/// <summary>What a plan may start from instead of making it again.</summary>
internal interface IStartingPoints
{
    /// <summary>True if a state or a mask is at hand.</summary>
    Task<bool> Has(Digest output, CancellationToken cancellation);

    /// <summary>The latest state at hand of a trajectory, at most at a step.</summary>
    Task<CachedState?> Nearest(StreamName trajectory, int step, CancellationToken cancellation);
}
