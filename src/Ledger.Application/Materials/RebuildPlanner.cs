using Ledger.Application.History;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Store.Contract;
using Ledger.Tickets.Derivations;

namespace Ledger.Application.Materials;

/// <summary>Finds the shortest way back to states and masks that are no longer stored: what to do again, in order.</summary>
public sealed class RebuildPlanner(ILedgerStore store)
{
    /// <summary>The derivations to do again for some outputs; none where all are stored.</summary>
    public Task<IReadOnlyList<PlannedDerivation>> Plan(IEnumerable<Digest> outputs, CancellationToken cancellation = default) => Plan(outputs, new StoredMaterials(store), cancellation);

    /// <summary>The derivations from the seed on: no state is taken as given, every mask is; and the masks that it needs.</summary>
    public async Task<(IReadOnlyList<PlannedDerivation> Plan, IReadOnlyList<Digest> Masks)> PlanFromSeed(IEnumerable<Digest> outputs, CancellationToken cancellation = default)
    {
        var masks = new MasksOnly(await OutputIndex.Read(store, cancellation));
        return (await Plan(outputs, masks, cancellation), masks.Used);
    }

    private async Task<IReadOnlyList<PlannedDerivation>> Plan(IEnumerable<Digest> outputs, IStartingPoints atHand, CancellationToken cancellation)
    {
        var plan = new List<PlannedDerivation>();
        OutputIndex? index = null;
        foreach (var output in outputs)
        {
            await Visit(output);
        }

        return plan;

        async Task Visit(Digest? wanted)
        {
            if (wanted is not { } output || plan.Any(planned => planned.Output == output) || await atHand.Has(output, cancellation))
            {
                return;
            }

            index ??= await OutputIndex.Read(store, cancellation);
            var maker = index.MakerOf(output);
            if (maker is StateCaptured captured)
            {
                Add(await Training(captured));
                return;
            }

            foreach (var input in maker.Derivation.Inputs.Values)
            {
                await Visit(input);
            }

            plan.Add(new PlannedDerivation(maker));
        }

        // A trajectory is walked once: an earlier state of it is taken on the way to a later one.
        void Add(PlannedDerivation planned)
        {
            var (trajectory, step) = TakeState.Of(planned.Maker.Derivation);
            var later = plan.FindIndex(other => other.Maker is StateCaptured
                && TakeState.Of(other.Maker.Derivation) is var point && point.Trajectory == trajectory && point.Step > step && other.FromStep <= planned.FromStep);
            if (later < 0)
            {
                plan.Add(planned);
                return;
            }

            plan[later] = plan[later] with { From = planned.Output, FromStep = step };
            plan.Insert(later, planned);
        }

        async Task<PlannedDerivation> Training(StateCaptured captured)
        {
            var train = await OutputIndex.TrajectoryOf(store, captured, cancellation);
            var (key, step) = TakeState.Of(captured.Derivation);
            await Visit(train.Mask);
            var (from, fromStep) = Planned(key, step) ?? (null, 0);
            var cached = await atHand.Nearest(StreamNames.Of(Kinds.Train, key, captured.TrajectoryAttempt), step, cancellation);
            if (cached is not null && cached.Step >= fromStep)
            {
                (from, fromStep) = (cached.State, cached.Step);
            }

            if (from is null)
            {
                await Visit(train.Start);
            }

            return new PlannedDerivation(captured, train, from ?? train.Start, fromStep);
        }

        (Digest? From, int Step)? Planned(Events.Derivations.DerivationKey trajectory, int step) => plan
            .Where(planned => planned.Maker is StateCaptured && TakeState.Of(planned.Maker.Derivation) is var point && point.Trajectory == trajectory && point.Step <= step)
            .Select(static planned => ((Digest?)planned.Output, TakeState.Of(planned.Maker.Derivation).Step))
            .OrderByDescending(static planned => planned.Step)
            .Cast<(Digest?, int)?>()
            .FirstOrDefault();
    }
}
