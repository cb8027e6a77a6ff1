using Ledger.Application.Addresses;
using Ledger.Application.History;
using Ledger.Events.Canonical;
using Ledger.Events.Derivations;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Specification;
using Ledger.Events.Streams;
using Ledger.Tickets.Derivations;
using Ledger.Tickets.Methods;
using Ledger.Training.Recipes;

namespace Ledger.Application.Queries;

/// <summary>
/// Tells, while events come in, which of them belong to a run: its own; trainings by its recipe from its states, at once; other
/// derivations as soon as the run says that it used them.
/// </summary>
internal sealed class RunScope
{
    private static readonly string StepAlias = EventCatalogue.AliasOf(typeof(StepTrained));

    private readonly ResolvedAddress _found;
    private readonly HashSet<StreamName> _streams = [];
    private readonly HashSet<string> _identities;
    private readonly HashSet<Digest> _known = [];
    private readonly Dictionary<StreamName, StoredEvent> _waiting = [];

    /// <summary>The scope of a run with the events it has so far.</summary>
    public RunScope(ResolvedAddress found, IEnumerable<StoredEvent> events)
    {
        _found = found;
        _identities = [found.Run.Run.ToBase32()];
        foreach (var stored in events)
        {
            Add(stored, EventCatalogue.Read(stored));
        }
    }

    /// <summary>What the next event adds to the run, in order: nothing, itself, or itself after the derivation it speaks of.</summary>
    public IEnumerable<StoredEvent> Take(StoredEvent stored)
    {
        if (stored.Alias == StepAlias)
        {
            return _streams.Contains(stored.Stream) ? [stored] : [];
        }

        var recorded = EventCatalogue.Read(stored);
        if (!_streams.Contains(stored.Stream) && !_identities.Contains(stored.Stream.Identity) && !Begins(recorded))
        {
            Wait(stored, recorded);
            return [];
        }

        Add(stored, recorded);
        return recorded is DerivationUsed used && _waiting.Remove(StreamNames.Of(used.Kind, used.Key, used.Attempt), out var derivation) ? [derivation, stored] : [stored];
    }

    private bool Begins(ILedgerEvent recorded) => recorded switch
    {
        AttemptStarted started => started.Run == _found.Run.Run,
        TrainingStarted started => StartsHere(started.Derivation) && IsByRecipe(Train.Of(started.Derivation).Recipe),
        _ => false,
    };

    private void Wait(StoredEvent stored, ILedgerEvent recorded)
    {
        if (recorded is IDerivationEvent completed && StartsHere(completed.Derivation))
        {
            _waiting[stored.Stream] = stored;
        }
    }

    private bool StartsHere(Derivation derivation) => derivation.Inputs.All(input => input.Key == "data" || _known.Contains(input.Value));

    private bool IsByRecipe(TrainingRecipe recipe)
    {
        var wanted = _found.Specification.Training;
        return recipe.OrderSeed == SeedRule.StreamSeed(_found.Run.Seed, SeedRule.OrderStream)
            && (recipe.Batch, recipe.Optimiser, recipe.Momentum, recipe.WeightDecay) == (wanted.Batch, SpecifiedTraining.Optimiser(wanted), wanted.Momentum, wanted.WeightDecay)
            && CanonicalJson.Serialize(recipe.Schedule).AsSpan().SequenceEqual(CanonicalJson.Serialize(SpecifiedTraining.Schedule(wanted)));
    }

    private void Add(StoredEvent stored, ILedgerEvent recorded)
    {
        _streams.Add(stored.Stream);
        switch (recorded)
        {
            case TrainingStarted started:
                Add(started.Derivation.Key);
                break;
            case DerivationUsed used:
                Add(used.Key);
                _known.Add(used.Output);
                break;
        }
    }

    private void Add(DerivationKey key)
    {
        _known.Add(key.Digest);
        _identities.Add(key.Digest.ToBase32());
    }
}
