using Ledger.Application.Failures;
using Ledger.Application.Projections;
using Ledger.Events.Hashing;
using Ledger.Events.Specification;
using Ledger.Store.Contract;

namespace Ledger.Application.Addresses;

/// <summary>What an address names, found in its ledger.</summary>
/// <param name="Address">As it was written.</param>
/// <param name="Store">The ledger that has it; not to be disposed of.</param>
/// <param name="Name">The experiment's name at the latest attempt, if it is known.</param>
/// <param name="Specification">The experiment.</param>
/// <param name="Run">The run, every round.</param>
/// <param name="Latest">The round named, else the latest one; null if the run has no ticket yet.</param>
public sealed record ResolvedAddress(Address Address, ILedgerStore Store, string? Name, ExperimentSpecification Specification, RunLineage Run, RoundLineage? Latest)
{
    /// <summary>The shortest address of this run in its own ledger.</summary>
    public string Id => ShortId.Of(Run.Run);

    /// <summary>The round named, else the latest one.</summary>
    /// <exception cref="NotFoundException">The run has no ticket yet.</exception>
    public RoundLineage Round => Latest ?? throw new NotFoundException($"run {Id} has no ticket yet: wait until its first round begins");

    /// <summary>The round named alone, else every round.</summary>
    public IReadOnlyList<RoundLineage> RoundsNamed => Address.Round is null ? Run.Rounds : [Round];

    /// <summary>The step named, or null.</summary>
    public int? Step => Address.Step;

    /// <summary>The digest of a part of the round.</summary>
    /// <exception cref="NotFoundException">The round does not have it, or not yet.</exception>
    public Digest DigestOf(AddressPart part) => part switch
    {
        AddressPart.Start => Round.Start,
        AddressPart.Ticket => Round.Ticket,
        AddressPart.Mask => Round.Mask ?? throw new NotFoundException($"round {Round.Round} of run {Id} trains the dense network, which has no mask: name a later round"),
        _ => Round.End ?? throw new NotFoundException($"round {Round.Round} of run {Id} has no trained state yet: `ledger resume {Id}` goes on with it"),
    };

    /// <summary>The training of the round.</summary>
    /// <exception cref="NotFoundException">It has not come to its first state yet.</exception>
    public TrajectoryUse Trajectory => Round.Trajectory ?? throw new NotFoundException($"round {Round.Round} of run {Id} has no trained state yet: `ledger resume {Id}` goes on with it");

    /// <summary>The digest of the state at the step named if the run took one there, else null: it can be trained from an earlier one.</summary>
    public Digest? StateAtStep => Step == 0 ? Round.Start : Round.States.FirstOrDefault(state => state.Step == Step)?.State;
}
