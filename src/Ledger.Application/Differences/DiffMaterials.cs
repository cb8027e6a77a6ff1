using Ledger.Application.Addresses;
using Ledger.Application.Data;
using Ledger.Application.Materials;
using Ledger.Application.Training;
using Ledger.Events.Hashing;
using Ledger.Training.Networks;
using Ledger.Training.States;

namespace Ledger.Application.Differences;

/// <summary>The masks and states of one side. What is not stored is made again beside the ledger, which is only read: always where no training is needed, else if asked to.</summary>
internal sealed class DiffMaterials : IDisposable
{
    private readonly ScratchStore _store;
    private readonly MaterialStore _materials;
    private readonly RebuildPlanner _planner;
    private readonly bool _isRebuilding;
    private readonly HashSet<Digest> _missing = [];

    /// <summary>The materials of a run.</summary>
    public DiffMaterials(ResolvedAddress run, TrajectoryExecution execution, DataShelf data, bool isRebuilding)
    {
        _store = new ScratchStore(run.Store);
        _planner = new RebuildPlanner(_store);
        _materials = new MaterialStore(_store, _planner, execution);
        _isRebuilding = isRebuilding;
        Run = run;
        Data = data;
    }

    /// <summary>States that are not there, and the training steps that they would take.</summary>
    public (int States, long Steps) Missing { get; private set; }

    private ResolvedAddress Run { get; }

    private DataShelf Data { get; }

    /// <summary>Makes what is not stored of some states, or notes what that would cost.</summary>
    public async Task Prepare(IEnumerable<Digest> states, CancellationToken cancellation)
    {
        var absent = new List<Digest>();
        foreach (var state in states)
        {
            if (!await _store.Has(state, cancellation))
            {
                absent.Add(state);
            }
        }

        var plan = absent.Count == 0 ? [] : await _planner.Plan(absent, cancellation);
        var steps = plan.Sum(static planned => (long)planned.Steps);
        if (steps > 0 && !_isRebuilding)
        {
            _missing.UnionWith(absent);
            Missing = (Missing.States + absent.Count, Missing.Steps + steps);
            return;
        }

        if (steps > 0)
        {
            Data.Load(Run.Specification.Data);
        }

        await _materials.Execute(plan, cancellation: cancellation);
    }

    /// <summary>A mask; that which keeps every weight for the dense network.</summary>
    public async Task<WeightMask> Mask(NetworkDescription network, Digest? digest, CancellationToken cancellation) =>
        await _materials.Mask(network, digest, cancellation) ?? WeightMask.Dense(network);

    /// <summary>A state, or null if it is not there.</summary>
    public async Task<NetworkState?> State(NetworkDescription network, Digest digest, CancellationToken cancellation) =>
        _missing.Contains(digest) ? null : await _materials.State(network, digest, cancellation);

    /// <inheritdoc/>
    public void Dispose() => _store.Dispose();
}
