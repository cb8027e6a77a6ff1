using System.Text.Json;
using Ledger.Application.Addresses;
using Ledger.Application.Experiments;
using Ledger.Application.History;
using Ledger.Events.Canonical;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Specification;
using Ledger.Events.Streams;
using Ledger.Tickets.Derivations;

namespace Ledger.Application.Projections;

/// <summary>Every run of a ledger: what it is, how it stands by its events alone, how good it is.</summary>
public sealed class RunBook : Projection, IKeptProjection<RunBook>
{
    private readonly Dictionary<string, RunEntry> _runs = [];
    private readonly Dictionary<StreamName, RunEntry> _attempts = [];
    private readonly Dictionary<Digest, ExperimentSpecification> _experiments = [];
    private readonly Dictionary<StreamName, BookedEvaluation> _evaluations = [];
    private readonly Dictionary<string, BookedStates> _states = [];
    private readonly TrainingIndex _trainings;
    private readonly List<string> _disputed;

    /// <summary>The book of a ledger without events.</summary>
    public RunBook()
        : this(0, RunBookContent.Empty)
    {
    }

    private RunBook(long position, RunBookContent content)
        : base(position)
    {
        content.Experiments.ForEach(Declare);
        foreach (var entry in content.Runs)
        {
            _runs[entry.Run.ToBase32()] = entry;
            entry.Attempts.ForEach(attempt => _attempts[attempt.Stream] = entry);
        }

        content.Evaluations.ForEach(evaluation => _evaluations[evaluation.Stream] = evaluation);
        content.States.ForEach(states => _states[states.Trajectory] = states);
        _trainings = new TrainingIndex(content.Trainings);
        _disputed = content.Disputed;
    }

    /// <inheritdoc/>
    public static string Name => "run_book";

    /// <inheritdoc/>
    public static int Form => 1;

    /// <summary>Every run, in the order in which they first appear.</summary>
    public IEnumerable<BookedRun> Runs => _runs.Values.Select(Summary);

    /// <summary>Every experiment, in the order of their declaration.</summary>
    public IEnumerable<BookedExperiment> Experiments => _experiments.Select(pair => Summary(pair.Key, pair.Value));

    /// <inheritdoc/>
    public static RunBook Begin() => new();

    /// <inheritdoc/>
    public static RunBook Read(long position, ReadOnlySpan<byte> content) => CanonicalJson.IsCanonical(content)
        ? new RunBook(position, CanonicalJson.Deserialize<RunBookContent>(content))
        : throw new JsonException("a kept run book is canonical JSON, this is not");

    /// <inheritdoc/>
    public byte[] Write() => CanonicalJson.Serialize(new RunBookContent(
        [.. _experiments.Values], [.. _runs.Values], [.. _evaluations.Values], [.. _states.Values], [.. _trainings.All], _disputed));

    /// <summary>One run, or null.</summary>
    public BookedRun? Of(Digest run) => _runs.GetValueOrDefault(run.ToBase32()) is { } entry ? Summary(entry) : null;

    /// <inheritdoc/>
    protected override void When(StoredEvent stored, ILedgerEvent recorded)
    {
        switch (recorded)
        {
            case ExperimentDeclared declared:
                Declare(declared.Specification);
                break;
            case RunStarted started:
                Entry(RunIdentity.Run(started.Experiment, started.Replicate)).Recording(stored.Stream.Number).Apply(started);
                break;
            case DerivationUsed used:
                Use(stored.Stream, used);
                break;
            case TicketDrawn or RunCompleted or RunDiverged:
                Recording(stored.Stream)?.Apply(recorded);
                break;
            case TrainingStarted started:
                _trainings.Add(stored.Stream, started);
                break;
            case StateCaptured captured:
                Take(stored.Stream.Identity, captured.Derivation.Input("trajectory"));
                break;
            case TicketEvaluated evaluated:
                _evaluations[stored.Stream] = new BookedEvaluation(stored.Stream, evaluated.Correct, evaluated.Total, evaluated.Loss);
                break;
            case DerivationDisputed disputed:
                _disputed.Add(disputed.Key.Digest.ToBase32());
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

    private void Declare(ExperimentSpecification specification) => _experiments.TryAdd(RunIdentity.Experiment(specification), specification);

    private RunRecording? Recording(StreamName stream) => _runs.GetValueOrDefault(stream.Identity)?.Recording(stream.Number);

    private void Use(StreamName run, DerivationUsed used)
    {
        var recording = Recording(run);
        recording?.Use(used);
        if (used.Split is { } split)
        {
            var stream = StreamNames.Of(Kinds.Evaluate, used.Key, used.Attempt);
            recording?.Use(new UsedEvaluation(split, used.Step ?? 0, stream), _evaluations.ContainsKey(stream));
        }
    }

    private void Take(string state, Digest? trajectory)
    {
        if (trajectory?.ToBase32() is { } identity)
        {
            _states.TryAdd(identity, new BookedStates(identity, []));
            _states[identity].States.Add(state);
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
        var recording = entry.Current;
        return new BookedRun(
            ShortId.Of(entry.Run),
            entry.Run,
            StreamNames.Run(entry.Run),
            entry.Attempts.Count > 0 ? entry.Attempts[^1].Name : null,
            recording?.Started?.Experiment,
            recording?.Started?.Replicate,
            recording?.Started?.Seed,
            entry.Status,
            recording?.Ticket?.Round,
            entry.RoundsDone,
            recording?.Started is { } started ? _experiments.GetValueOrDefault(started.Experiment)?.Method.Rounds : null,
            recording?.Ticket?.Kept,
            recording?.Ticket?.Total,
            recording?.Steps.Sum(static round => (long)round.Steps) ?? 0,
            recording is null ? [] : LatestEvaluations(recording),
            recording?.Ended?.Result,
            recording?.Number ?? 0,
            recording?.IsUnconfirmed ?? false,
            recording is null ? 0 : Disputes(recording),
            entry.Replays,
            [.. entry.Attempts],
            recording is null ? null : Training(recording));
    }

    private BookedExperiment Summary(Digest experiment, ExperimentSpecification specification)
    {
        var runs = _runs.Values.Where(entry => entry.Current?.Started?.Experiment == experiment).OrderBy(static entry => entry.Current!.Started!.Replicate).ToArray();
        return new BookedExperiment(
            ShortId.Of(experiment),
            experiment,
            runs.SelectMany(static entry => entry.Attempts).LastOrDefault()?.Name,
            specification,
            [.. runs.Select(static entry => ShortId.Of(entry.Run))],
            runs.Count(static entry => entry.Status == RunStatus.Done));
    }

    private OpenTraining? Training(RunRecording recording) =>
        recording is { Ended: null, Started: { } started, Ticket: { } ticket }
        && _trainings.Of(ticket) is { } stream
        && _experiments.GetValueOrDefault(started.Experiment) is { } specification
            ? new OpenTraining(stream, recording.StepsOf(ticket.Round), StepForecast.OfRound(specification, ticket.Round))
            : null;

    private EvaluationUse[] LatestEvaluations(RunRecording recording) =>
    [
        .. recording.Evaluations
            .Where(used => _evaluations.ContainsKey(used.Stream))
            .GroupBy(static used => used.Split)
            .Select(static split => split.Last())
            .Select(used => used.With(_evaluations[used.Stream])),
    ];

    private int Disputes(RunRecording recording) => _disputed.Count == 0 ? 0 : Disputes(recording.Used.ToHashSet());

    private int Disputes(HashSet<string> used) =>
        _disputed.Count(disputed => used.Contains(disputed) || _states.GetValueOrDefault(disputed)?.States.Exists(used.Contains) == true);

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
