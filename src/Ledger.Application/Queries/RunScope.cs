using Ledger.Events.Derivations;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Streams;

namespace Ledger.Application.Queries;

/// <summary>Tells, while events come in, which of them belong to a run: its own, and derivations that start from what it has.</summary>
internal sealed class RunScope
{
    private readonly Digest _run;
    private readonly HashSet<StreamName> _streams = [];
    private readonly HashSet<string> _identities;
    private readonly HashSet<Digest> _known = [];

    /// <summary>The scope of a run with the events it has so far.</summary>
    public RunScope(Digest run, IEnumerable<StoredEvent> events)
    {
        _run = run;
        _identities = [run.ToBase32()];
        foreach (var stored in events)
        {
            Add(stored, EventCatalogue.Read(stored));
        }
    }

    /// <summary>True if the next event belongs to the run.</summary>
    public bool Takes(StoredEvent stored)
    {
        if (_streams.Contains(stored.Stream) && stored.Alias == EventCatalogue.AliasOf(typeof(StepTrained)))
        {
            return true;
        }

        var recorded = EventCatalogue.Read(stored);
        if (!_streams.Contains(stored.Stream) && !_identities.Contains(stored.Stream.Identity) && !Belongs(recorded))
        {
            return false;
        }

        Add(stored, recorded);
        return true;
    }

    private bool Belongs(ILedgerEvent recorded) => recorded switch
    {
        AttemptStarted started => started.Run == _run,
        TrainingStarted started => StartsHere(started.Derivation),
        IDerivationEvent completed => StartsHere(completed.Derivation),
        _ => false,
    };

    private bool StartsHere(Derivation derivation)
    {
        var inputs = derivation.Inputs.Where(static input => input.Key != "data").ToArray();
        return inputs.Length > 0 && inputs.All(input => _known.Contains(input.Value));
    }

    private void Add(StoredEvent stored, ILedgerEvent recorded)
    {
        _streams.Add(stored.Stream);
        switch (recorded)
        {
            case TrainingStarted started:
                Add(started.Derivation.Key);
                break;
            case IDerivationEvent completed:
                Add(completed.Derivation.Key);
                _known.Add(completed.Output);
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
