using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Tickets.Results;

namespace Ledger.Application.Replays.Tasks;

/// <summary>A trajectory's digest, folded from segments that are done in any order.</summary>
internal sealed class TrajectoryFold : IDisposable
{
    private readonly Lock _lock = new();
    private readonly TrajectoryHistory _history = new();
    private readonly Dictionary<int, IReadOnlyList<StepTrained>> _waiting = [];
    private readonly Dictionary<int, Digest> _digests = [];

    /// <summary>Adds the steps after <paramref name="from"/>; those that come too early wait.</summary>
    public void Add(int from, IReadOnlyList<StepTrained> steps)
    {
        lock (_lock)
        {
            _waiting[from] = steps;
            while (_waiting.Remove(_history.Steps, out var next) && next.Count > 0)
            {
                foreach (var step in next)
                {
                    _history.Add(step);
                }

                _digests[_history.Steps] = _history.Current();
            }
        }
    }

    /// <summary>The digest of the steps up to one at which a segment ends; null if they were not all computed.</summary>
    public Digest? At(int step)
    {
        lock (_lock)
        {
            return _digests.TryGetValue(step, out var digest) ? digest : null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _history.Dispose();
}
