using Ledger.Events.Merkle;

namespace Ledger.Store.Postgres;

/// <summary>
/// Lets one append of this program at a time say the next positions, and keeps the tree's right edge for the next one. Other programs
/// are kept out by the advisory lock; if they wrote meanwhile, the kept edge is of another size.
/// </summary>
internal sealed class Growth : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private TreeFrontier? _frontier;

    /// <summary>Does <paramref name="work"/> alone.</summary>
    public async Task<T> Alone<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await work().ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Takes the edge of a tree of this size, which the taker may change; null if it is not known.</summary>
    public TreeFrontier? Take(long size)
    {
        var frontier = _frontier;
        _frontier = null;
        return frontier?.Size == size ? frontier : null;
    }

    /// <summary>Keeps the edge of what was committed.</summary>
    public void Keep(TreeFrontier frontier) => _frontier = frontier;

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();
}
