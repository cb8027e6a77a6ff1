using System.Text;
using Ledger.Application.History;
using Ledger.Application.Projections;
using Ledger.Events.Derivations;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Specification;
using Ledger.Events.Streams;
using Ledger.Tickets.Derivations;
using Ledger.Training.Networks;

namespace Ledger.Application.Tests.Projections;

/// <summary>Events written by hand, in the order of their commits.</summary>
internal sealed class HandMadeLedger
{
    private readonly List<StoredEvent> _events = [];

    public static Digest Experiment { get; } = Named("experiment");

    public static Digest Run { get; } = RunIdentity.Run(Experiment, 0);

    public static NetworkDescription Network { get; } = MultilayerPerceptron.Of(4, 2);

    public IReadOnlyList<StoredEvent> Events => _events;

    public static Digest Named(string name) => Digest.Of(Encoding.UTF8.GetBytes(name));

    public static Derivation Something(string kind, string name, params ReadOnlySpan<(string, Digest?)> inputs) => Derivation.Of(kind, "exact-f32/1", new Dictionary<string, string> { ["name"] = name }, inputs);

    public HandMadeLedger Add(StreamName stream, ILedgerEvent recorded, string? metadata = null)
    {
        var added = EventCatalogue.ToNew(recorded, metadata is null ? null : Encoding.UTF8.GetBytes(metadata));
        _events.Add(new StoredEvent(_events.Count + 1, stream, _events.Count(stored => stored.Stream == stream) + 1, added.Alias, added.Body, added.Metadata, default));
        return this;
    }

    public HandMadeLedger InRun(params IEnumerable<ILedgerEvent> recorded) => InRun(1, recorded);

    public HandMadeLedger InRun(int attempt, params IEnumerable<ILedgerEvent> recorded)
    {
        foreach (var next in recorded)
        {
            Add(StreamNames.Run(Run, attempt), next);
        }

        return this;
    }

    public HandMadeLedger Attempt(string name, params IEnumerable<ILedgerEvent> recorded)
    {
        var stream = StreamNames.Attempt(Named(name));
        Add(stream, new AttemptStarted(Run, name, default), """{"began":"2000-01-01T00:00:00Z","device":"abacus"}""");
        foreach (var next in recorded)
        {
            Add(stream, next);
        }

        return this;
    }

    /// <summary>A completed derivation, and that the run used it.</summary>
    public HandMadeLedger Used(int round, IDerivationEvent completed, int? step = null, string? split = null, int run = 1)
    {
        var (kind, key) = (completed.Derivation.Kind, completed.Derivation.Key);
        Add(StreamNames.Of(kind, key, 1), completed);
        return InRun(run, new DerivationUsed(round, kind, key, 1, completed.Output, step, (completed as StateCaptured)?.History, split));
    }

    /// <summary>A trajectory's state, and that the run used it.</summary>
    public HandMadeLedger Trained(int round, Derivation training, int step, Digest state, int run = 1)
    {
        var stream = StreamNames.Of(Kinds.Train, training.Key, 1);
        if (_events.All(stored => stored.Stream != stream))
        {
            Add(stream, new TrainingStarted(training));
        }

        return Used(round, new StateCaptured(new TakeState(training.Key, step).Describe(), 1, state, Named($"history {step}")), step, run: run);
    }

    public T Fold<T>()
        where T : IProjection, new()
    {
        var projection = new T();
        foreach (var stored in _events)
        {
            projection.Apply(stored);
        }

        return projection;
    }
}
