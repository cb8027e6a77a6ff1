using System.Text.Json;
using Ledger.Application.Addresses;
using Ledger.Application.Experiments;
using Ledger.Application.History;
using Ledger.Events.Derivations;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Specification;
using Ledger.Events.Streams;
using Ledger.Tickets.Derivations;

namespace Ledger.Application.Projections;

/// <summary>Every run of a ledger: what it is, how it stands by its events alone, how good it is.</summary>
public sealed class RunBook : Projection
{
    private readonly Dictionary<string, RunEntry> _runs = [];
    private readonly Dictionary<StreamName, RunEntry> _attempts = [];
    private readonly Dictionary<Digest, ExperimentSpecification> _experiments = [];
    private readonly Dictionary<(DerivationKey, int), TicketEvaluated> _evaluations = [];
    private readonly Dictionary<DerivationKey, DerivationKey> _trajectories = [];
    private readonly TrainingIndex _trainings = new();
    private readonly List<DerivationDisputed> _disputes = [];

    /// <summary>Every run, in the order in which they first appear.</summary>
    public IEnumerable<BookedRun> Runs => _runs.Values.Select(Summary);

    /// <summary>Every experiment, in the order of their declaration.</summary>
    public IEnumerable<BookedExperiment> Experiments => _experiments.Select(pair => Summary(pair.Key, pair.Value));

    /// <summary>One run, or null.</summary>
    public BookedRun? Of(Digest run) => _runs.GetValueOrDefault(run.ToBase32()) is { } entry ? Summary(entry) : null;

    /// <inheritdoc/>
    protected override void When(StoredEvent stored, ILedgerEvent recorded)
    {
        switch (recorded)
        {
            case ExperimentDeclared declared:
                _experiments.TryAdd(RunIdentity.Experiment(declared.Specification), declared.Specification);
                break;
            case RunStarted started:
                Entry(RunIdentity.Run(started.Experiment, started.Replicate)).Apply(stored.Stream.Number, started);
                break;
            case DerivationUsed or TicketDrawn or RunCompleted or RunDiverged:
                _runs.GetValueOrDefault(stored.Stream.Identity)?.Apply(stored.Stream.Number, recorded);
                break;
            case TrainingStarted started:
                _trainings.Add(stored.Stream, started);
                break;
            case StateCaptured captured:
                _trajectories[captured.Derivation.Key] = TakeState.Of(captured.Derivation).Trajectory;
                break;
            case TicketEvaluated evaluated:
                _evaluations[(evaluated.Derivation.Key, stored.Stream.Number)] = evaluated;
                break;
            case DerivationDisputed disputed:
                _disputes.Add(disputed);
                break;
            case HistoryImported { Kind: RunLog.Kind } imported:
                Entry(imported.Key.Digest).Apply(imported);
                break;
            case HistoryConfirmed { Kind: RunLog.Kind } confirmed:
                Entry(confirmed.Key.Digest).Apply(confirmed);
                break;
            case ReplayVerified verified:
                Entry(verified.Run).Replays++;
                break;
            case AttemptStarted started:
                Begin(stored, started);
                break;
            case AttemptInterrupted:
                End(stored, static attempt => attempt with { Status = AttemptStatus.Interrupted });
                break;
            case AttemptFailed failed:
                End(stored, attempt => attempt with { Status = AttemptStatus.Failed, Reason = failed.Reason });
                break;
            case AttemptCompleted completed:
                End(stored, attempt => attempt with { Status = AttemptStatus.Completed, StepsTrained = completed.StepsTrained, StepsReused = completed.StepsReused });
                break;
        }
    }

    private RunEntry Entry(Digest run)
    {
        var identity = run.ToBase32();
        if (!_runs.TryGetValue(identity, out var entry))
        {
            _runs.Add(identity, entry = new RunEntry(run));
        }

        return entry;
    }

    private void Begin(StoredEvent stored, AttemptStarted started)
    {
        var entry = Entry(started.Run);
        _attempts[stored.Stream] = entry;
        entry.Attempts.Add(new RunAttempt(stored.Stream, started.Name, AttemptStatus.Open, Noted(stored, "began"), Noted(stored, "device")));
    }

    private void End(StoredEvent stored, Func<RunAttempt, RunAttempt> change)
    {
        if (_attempts.TryGetValue(stored.Stream, out var entry) && entry.Attempts.FindIndex(attempt => attempt.Stream == stored.Stream) is var i and >= 0)
        {
            entry.Attempts[i] = change(entry.Attempts[i]);
        }
    }

    private BookedRun Summary(RunEntry entry)
    {
        var ticket = entry.Tickets.Count > 0 ? entry.Tickets[^1] : null;
        return new BookedRun(
            ShortId.Of(entry.Run),
            entry.Run,
            StreamNames.Run(entry.Run),
            entry.Attempts.Count > 0 ? entry.Attempts[^1].Name : null,
            entry.Started?.Experiment,
            entry.Started?.Replicate,
            entry.Started?.Seed,
            entry.Status,
            ticket?.Round,
            entry.RoundsDone,
            entry.Started is { } started ? _experiments.GetValueOrDefault(started.Experiment)?.Method.Rounds : null,
            ticket?.Kept,
            ticket?.Total,
            Steps(entry),
            LatestEvaluations(entry),
            (entry.Ended as RunCompleted)?.Result,
            entry.Recording,
            entry.IsUnconfirmed,
            Disputes(entry),
            entry.Replays,
            [.. entry.Attempts],
            Training(entry));
    }

    private BookedExperiment Summary(Digest experiment, ExperimentSpecification specification)
    {
        var runs = _runs.Values.Where(entry => entry.Started?.Experiment == experiment).OrderBy(static entry => entry.Started!.Replicate).ToArray();
        return new BookedExperiment(
            ShortId.Of(experiment),
            experiment,
            runs.SelectMany(static entry => entry.Attempts).LastOrDefault()?.Name,
            specification,
            [.. runs.Select(static entry => ShortId.Of(entry.Run))],
            runs.Count(static entry => entry.Status == RunStatus.Done));
    }

    private OpenTraining? Training(RunEntry entry) =>
        entry is { Ended: null, Started: { } started, Tickets: [.., var ticket] }
        && _trainings.Of(ticket) is { } stream
        && _experiments.GetValueOrDefault(started.Experiment) is { } specification
            ? new OpenTraining(stream, LastStep(entry.Used.Where(used => used.Round == ticket.Round)), StepForecast.OfRound(specification, ticket.Round))
            : null;

    private static long Steps(RunEntry entry) => entry.Used
        .GroupBy(static used => used.Round)
        .Sum(static round => (long)LastStep(round));

    private static int LastStep(IEnumerable<DerivationUsed> round) =>
        round.Where(static used => used.Kind == Kinds.State).Max(static used => used.Step) ?? 0;

    private EvaluationUse[] LatestEvaluations(RunEntry entry) =>
    [
        .. entry.Used
            .Where(used => used.Split is not null && _evaluations.ContainsKey((used.Key, used.Attempt)))
            .GroupBy(static used => used.Split!)
            .Select(static split => split.Last())
            .Select(used => LineageLinks.Use(used, _evaluations[(used.Key, used.Attempt)])),
    ];

    private int Disputes(RunEntry entry)
    {
        var keys = entry.Used.Select(static used => used.Key).ToHashSet();
        keys.UnionWith([.. keys.Where(_trajectories.ContainsKey).Select(key => _trajectories[key])]);
        return _disputes.Count(disputed => keys.Contains(disputed.Key));
    }

    /// <summary>One member of an attempt's metadata, which any version may have written.</summary>
    private static string? Noted(StoredEvent stored, string member)
    {
        if (stored.Metadata is not { } metadata)
        {
            return null;
        }

        using var document = JsonDocument.Parse(metadata);
        return document.RootElement.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }
}
