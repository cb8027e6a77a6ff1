using Ledger.Application.Addresses;
using Ledger.Application.History;
using Ledger.Application.Sharing;
using Ledger.Events.Hashing;
using Ledger.Events.Specification;
using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Application.Projections;

/// <summary>The runs of a ledger and who works on them: the run book with the leases laid over it.</summary>
public sealed class RunBoard
{
    private const string RunPrefix = "run";

    private readonly RunBook _book;
    private readonly Dictionary<StreamName, Lease> _leases;

    private readonly Dictionary<StreamName, long> _versions = [];

    private RunBoard(RunBook book, IEnumerable<Lease> leases) => (_book, _leases) = (book, leases.Where(static lease => lease.Work.Prefix == RunPrefix).ToDictionary(static lease => lease.Work));

    /// <summary>Every run that began, in the order in which they first appear, then those that wait to begin, by name and replicate.</summary>
    public IEnumerable<BookedRun> Runs => [.. _book.Runs.Select(Standing), .. ToBegin()];

    /// <summary>Reads a ledger.</summary>
    public static async Task<RunBoard> Read(ILedgerStore store, CancellationToken cancellation = default)
    {
        // The leases first: a run that ends in between is then seen as ended, not as left alone.
        var leases = await store.ListLeases(cancellation);
        var board = new RunBoard(await new ProjectionRunner(store).Fold<RunBook>(cancellation), leases);
        foreach (var training in board._book.Runs.Select(static run => run.Training).OfType<OpenTraining>())
        {
            board._versions[training.Stream] = await store.VersionOf(training.Stream, cancellation);
        }

        return board;
    }

    /// <summary>One run that began, or null.</summary>
    public BookedRun? Of(Digest run) => _book.Of(run) is { } booked ? Standing(booked) : null;

    private static RunStatus StatusOf(BookedRun run, Lease? lease) => (run.Status, lease) switch
    {
        (RunStatus.Done or RunStatus.Diverged, _) => run.Status,
        (_, { Holder: not null, IsExpired: false }) => RunStatus.Running,
        (RunStatus.Failed, _) => RunStatus.Failed,
        (_, { Holder: null }) => RunStatus.Waiting,
        (_, not null) when run.Attempts.Count == 0 => RunStatus.Waiting,
        _ => RunStatus.Stale,
    };

    private BookedRun Standing(BookedRun run)
    {
        var lease = _leases.GetValueOrDefault(run.Stream);
        var ahead = run.Training is { } training ? training.Ahead(_versions[training.Stream]) : 0;
        return Held(run with { Status = StatusOf(run, lease), Steps = run.Steps + ahead }, lease);
    }

    private static BookedRun Held(BookedRun run, Lease? lease) =>
        run.Status is RunStatus.Running or RunStatus.Stale ? run with { Holder = lease?.Holder, Expires = lease?.Expires } : run;

    private IEnumerable<BookedRun> ToBegin()
    {
        var begun = _book.Runs.Select(static run => run.Stream).ToHashSet();
        var experiments = _book.Experiments.ToDictionary(static experiment => experiment.Experiment);
        return _leases.Values
            .Where(lease => !begun.Contains(lease.Work))
            .Select(lease => Standing(ToBegin(lease, OfferedRun.Find(lease, experiments.Keys) is { } offered ? (offered, experiments[offered.Experiment].Specification) : null)))
            .OrderBy(static run => run.Name, StringComparer.Ordinal)
            .ThenBy(static run => run.Replicate);
    }

    private static BookedRun ToBegin(Lease lease, (OfferedRun Run, ExperimentSpecification Specification)? known) => new(
        lease.Work.Identity[..Math.Min(ShortId.Length, lease.Work.Identity.Length)],
        known?.Run.Run,
        lease.Work,
        known?.Run.Label.Name ?? lease.Label,
        known?.Run.Experiment,
        known?.Run.Label.Replicate,
        known is { } declared ? SeedRule.RunSeed(declared.Specification.Seed, declared.Run.Label.Replicate) : null,
        RunStatus.Waiting,
        Round: null,
        RoundsDone: 0,
        known?.Specification.Method.Rounds,
        Kept: null,
        Total: null,
        Steps: 0,
        Evaluations: [],
        Result: null,
        Recording: 0,
        IsUnconfirmed: false,
        Disputes: 0,
        Replays: 0,
        Attempts: []);
}
