using Ledger.Application.Projections;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Specification;
using Ledger.Training.Networks;

namespace Ledger.Application.Queries;

/// <summary>What an address names, in full.</summary>
public abstract record Shown
{
    private Shown()
    {
    }

    /// <summary>A run.</summary>
    /// <param name="Run">What it is and how it stands.</param>
    /// <param name="InitSeed">Stream seed of the initialisation.</param>
    /// <param name="OrderSeed">Stream seed of the data order.</param>
    /// <param name="Specification">The experiment.</param>
    /// <param name="Lineage">Every round.</param>
    /// <param name="Accounts">What the network takes in each of them; absent where the network is unknown here.</param>
    public sealed record OfRun(BookedRun Run, ulong InitSeed, ulong OrderSeed, ExperimentSpecification Specification, RunLineage Lineage, IReadOnlyList<NetworkAccount>? Accounts) : Shown;

    /// <summary>One round of a run.</summary>
    /// <param name="Id">The run's short id.</param>
    /// <param name="Name">The experiment's name, if it is known.</param>
    /// <param name="Replicate">Which replicate.</param>
    /// <param name="RewindPoint">The state that later rounds return to, once it is marked.</param>
    /// <param name="Round">The round.</param>
    /// <param name="Account">What its network takes; absent where the network is unknown here.</param>
    public sealed record OfRound(string Id, string? Name, int Replicate, RewindPointMarked? RewindPoint, RoundLineage Round, NetworkAccount? Account) : Shown;

    /// <summary>A state, mask or ticket.</summary>
    /// <param name="Address">Its address.</param>
    /// <param name="What">What it is, for people.</param>
    /// <param name="Digest">Its digest; absent for a state that no run ever wrote down.</param>
    /// <param name="Bytes">Length of its stored content; absent if it is not stored and must be rebuilt.</param>
    /// <param name="Trajectory">Of a trained state: the training.</param>
    /// <param name="Step">Of a trained state: the trajectory's step.</param>
    /// <param name="Trained">Of a trained state: what was recorded of that step.</param>
    /// <param name="CachedStep">Of a trained state: the latest step at or before it whose state is stored, to train on from.</param>
    /// <param name="Layers">Of a mask and a ticket: kept and total weights of each layer.</param>
    /// <param name="Maker">The derivation that made it, if it is one of the run's.</param>
    public sealed record OfObject(
        string Address,
        string What,
        Digest? Digest,
        long? Bytes,
        TrajectoryUse? Trajectory,
        int? Step,
        StepTrained? Trained,
        int? CachedStep,
        IReadOnlyList<LayerDensity>? Layers,
        LinkedDerivation? Maker) : Shown;
}
