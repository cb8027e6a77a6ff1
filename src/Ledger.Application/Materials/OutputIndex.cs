using Ledger.Application.Failures;
using Ledger.Application.History;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Store.Contract;
using Ledger.Tickets.Derivations;

namespace Ledger.Application.Materials;

/// <summary>Which recorded derivation made a state or a mask.</summary>
public sealed class OutputIndex
{
    private readonly Dictionary<Digest, IDerivationEvent> _makers = [];

    private OutputIndex()
    {
    }

    /// <summary>Reads every derivation of a ledger; refuted ones make nothing.</summary>
    public static async Task<OutputIndex> Read(IEventStore store, CancellationToken cancellation = default)
    {
        var index = new OutputIndex();
        await foreach (var stored in store.ReadAll(0, EventCatalogue.AliasOf(typeof(StepTrained)), cancellation))
        {
            if (EventCatalogue.All.GetValueOrDefault(stored.Alias)?.IsAssignableTo(typeof(IDerivationEvent)) == true
                && EventCatalogue.Read(stored) is IDerivationEvent and not TicketEvaluated and var made)
            {
                index._makers.TryAdd(made.Output, made);
            }
        }

        return index;
    }

    /// <summary>The derivation that made this output.</summary>
    /// <exception cref="EvidenceMissingException">No recorded derivation made it.</exception>
    public IDerivationEvent MakerOf(Digest output) =>
        _makers.GetValueOrDefault(output) ?? throw new EvidenceMissingException($"no recorded derivation makes {output.ToShortString()}: it cannot be rebuilt from this ledger");

    /// <summary>The training behind a captured state.</summary>
    public static async Task<Train> TrajectoryOf(IEventStore store, StateCaptured captured, CancellationToken cancellation = default)
    {
        var (key, _) = TakeState.Of(captured.Derivation);
        var stream = StreamNames.Of(Kinds.Train, key, captured.TrajectoryAttempt);
        return await store.First<TrainingStarted>(stream, cancellation) is { } started
            ? Train.Of(started.Derivation)
            : throw new EvidenceMissingException($"{stream}: the training behind state {captured.Output.ToShortString()} is not in this ledger");
    }
}
