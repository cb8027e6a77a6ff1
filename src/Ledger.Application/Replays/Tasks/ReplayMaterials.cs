using Ledger.Application.Failures;
using Ledger.Events.Hashing;
using Ledger.Store.Contract;
using Ledger.Training.Networks;
using Ledger.Training.States;

namespace Ledger.Application.Replays.Tasks;

/// <summary>States and masks during a replay: computed ones are held as long as somebody waits for them, others come from the blobs, by digest.</summary>
/// <param name="blobs">Where they are stored; null where everything is to follow from the seed.</param>
internal sealed class ReplayMaterials(IBlobStore? blobs)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Digest, int> _awaited = [];
    private readonly Dictionary<Digest, object> _held = [];

    /// <summary>How many are held now.</summary>
    public int Held
    {
        get
        {
            lock (_lock)
            {
                return _held.Count;
            }
        }
    }

    /// <summary>Notes that a task will begin from something that is to be computed.</summary>
    public void Await(Digest digest)
    {
        lock (_lock)
        {
            _awaited[digest] = _awaited.GetValueOrDefault(digest) + 1;
        }
    }

    /// <summary>Notes that a task is done with it; the last one lets it go.</summary>
    public void Release(Digest digest)
    {
        lock (_lock)
        {
            if (--_awaited[digest] == 0)
            {
                _awaited.Remove(digest);
                _held.Remove(digest);
            }
        }
    }

    /// <summary>Takes in what a task computed, if anybody waits for it.</summary>
    public void Hold(Digest digest, object material)
    {
        lock (_lock)
        {
            if (_awaited.ContainsKey(digest))
            {
                _held[digest] = material;
            }
        }
    }

    /// <summary>A state.</summary>
    public async Task<NetworkState> State(NetworkDescription network, Digest digest, CancellationToken cancellation) =>
        Find(digest) as NetworkState ?? StateFile.ReadState(network, await Stored(digest, cancellation));

    /// <summary>A mask; null for null, the dense network.</summary>
    public async Task<WeightMask?> Mask(NetworkDescription network, Digest? digest, CancellationToken cancellation) => digest switch
    {
        null => null,
        { } present => Find(present) as WeightMask ?? StateFile.ReadMask(network, await Stored(present, cancellation)),
    };

    private object? Find(Digest digest)
    {
        lock (_lock)
        {
            return _held.GetValueOrDefault(digest);
        }
    }

    private async Task<byte[]> Stored(Digest digest, CancellationToken cancellation) =>
        blobs is null
            ? throw new InvalidOperationException($"{digest.ToShortString()} is to follow from the seed, and was not computed")
            : await blobs.Get(digest, cancellation) ?? throw new EvidenceMissingException($"{digest.ToShortString()} was stored when the replay began and is not any more; replay again");
}
