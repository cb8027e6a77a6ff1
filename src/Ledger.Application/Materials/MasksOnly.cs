using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Application.Materials;

/// <summary>Masks are given, every state follows from the seed.</summary>
internal sealed class MasksOnly(OutputIndex index) : IStartingPoints
{
    private readonly List<Digest> _used = [];

    /// <summary>The masks that were asked for, each once.</summary>
    public IReadOnlyList<Digest> Used => _used;

    /// <inheritdoc/>
    public Task<bool> Has(Digest output, CancellationToken cancellation)
    {
        var isMask = index.MakerOf(output) is MaskDrawn;
        if (isMask && !_used.Contains(output))
        {
            _used.Add(output);
        }

        return Task.FromResult(isMask);
    }

    /// <inheritdoc/>
    public Task<CachedState?> Nearest(StreamName trajectory, int step, CancellationToken cancellation) => Task.FromResult<CachedState?>(null);
}
