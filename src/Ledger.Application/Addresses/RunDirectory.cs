using Ledger.Application.Failures;
using Ledger.Application.History;
using Ledger.Application.Sharing;
using Ledger.Application.Specifications.Reading;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Specification;
using Ledger.Store.Contract;

namespace Ledger.Application.Addresses;

/// <summary>The runs of a ledger by id and name, read from the first events of their streams and of their attempts, and from leases.</summary>
public sealed class RunDirectory
{
    private const int FullBase32 = 32;
    private const int MostListed = 8;

    private readonly string _location;
    private readonly IReadOnlyList<KnownRun> _runs;

    private RunDirectory(string location, IReadOnlyList<KnownRun> runs) => (_location, _runs) = (location, runs);

    /// <summary>Every run that is recorded or was offered.</summary>
    public IReadOnlyList<KnownRun> Runs => _runs;

    /// <summary>Reads the runs of a ledger.</summary>
    public static Task<RunDirectory> Read(ILedgerStore store, CancellationToken cancellation = default) => Read(store, store, store.Location, cancellation);

    /// <summary>Reads the runs of a ledger whose events are read by other means than its own.</summary>
    public static async Task<RunDirectory> Read(IEventStore store, ILeaseStore leases, string location, CancellationToken cancellation = default)
    {
        var names = await Names(store, cancellation);
        var runs = new Dictionary<Digest, KnownRun>();
        await foreach (var stream in store.StreamsStartingWith("run-", cancellation))
        {
            if (await store.First<RunStarted>(stream, cancellation) is { } started && RunIdentity.Run(started.Experiment, started.Replicate) is var run)
            {
                runs[run] = new KnownRun(run, names.GetValueOrDefault(run).Name, started.Replicate, started.Experiment);
            }
        }

        foreach (var offered in await Offered(store, leases, cancellation))
        {
            runs.TryAdd(offered.Run, new KnownRun(offered.Run, offered.Label.Name, offered.Label.Replicate, offered.Experiment));
        }

        return new RunDirectory(location, [.. runs.Values]);
    }

    /// <summary>The run that a text names.</summary>
    /// <exception cref="NotFoundException">None.</exception>
    /// <exception cref="AmbiguousAddressException">Several.</exception>
    public KnownRun Find(string text)
    {
        var found = Named(text);
        return found.Count == 1 ? found[0] : throw Ambiguous(text, found);
    }

    /// <summary>The run that a text names, or all runs of the experiment that it names, by replicate.</summary>
    /// <exception cref="NotFoundException">None.</exception>
    /// <exception cref="AmbiguousAddressException">Runs of several experiments.</exception>
    public IReadOnlyList<KnownRun> FindReplicates(string text)
    {
        var found = Named(text, orExperiment: true);
        return found.DistinctBy(static run => run.Experiment).Count() == 1 ? [.. found.OrderBy(static run => run.Replicate)] : throw Ambiguous(text, found);
    }

    private List<KnownRun> Named(string text, bool orExperiment = false)
    {
        var word = text.ToLowerInvariant();
        List<KnownRun> found = ByName(word) is { Count: > 0 } named ? named : [.. ById(word, static run => run.Run)];
        found = found.Count == 0 && orExperiment ? [.. ById(word, static run => run.Experiment)] : found;
        return found.Count > 0 ? found : throw new NotFoundException(Unknown(text, word));
    }

    private AmbiguousAddressException Ambiguous(string text, List<KnownRun> found) =>
        new($"'{text}' names {found.Count} runs of {_location}: {Listed(found)}; name one by its id");

    private List<KnownRun> ByName(string word)
    {
        var exact = _runs.Where(run => run.Name == word).ToList();
        return exact.Count > 0 || RunLabel.Parse(word) is not { } label
            ? exact
            : [.. _runs.Where(run => run.Name == label.Name && run.Replicate == label.Replicate)];
    }

    private IEnumerable<KnownRun> ById(string word, Func<KnownRun, Digest> digestOf)
    {
        var id = word.StartsWith("run-", StringComparison.Ordinal) ? word[4..].Split('.')[0] : word;
        return id.Length < ShortId.Fewest
            ? []
            : _runs.Where(run => digestOf(run) is var digest && (digest.ToBase32().StartsWith(id, StringComparison.Ordinal) || digest.ToString().StartsWith(id, StringComparison.Ordinal)));
    }

    private string Unknown(string text, string word)
    {
        if (_runs.Count == 0)
        {
            return $"{_location} has no run '{text}': it has no runs at all; `ledger run SPEC` makes one";
        }

        var isShort = word.Length < ShortId.Fewest ? $"an id needs at least {ShortId.Fewest} characters; " : "";
        return $"{_location} has no run '{text}': {Suggestion(word)}{isShort}`ledger ls` lists the runs";
    }

    private string Suggestion(string word)
    {
        var names = _runs.Select(static run => run.Name).OfType<string>().Distinct().ToArray();
        return Array.Find(names, name => name.Contains(word, StringComparison.Ordinal)) is { } holding
            ? $"did you mean '{holding}'? "
            : Spelling.Suggestion(word, names.Concat(_runs.Select(run => run.Run.ToBase32()[..Math.Clamp(word.Length, ShortId.Fewest, FullBase32)])));
    }

    private static string Listed(List<KnownRun> runs) =>
        string.Join(", ", runs.Take(MostListed)) + (runs.Count > MostListed ? $" and {runs.Count - MostListed} more" : "");

    private static async Task<IReadOnlyList<OfferedRun>> Offered(IEventStore store, ILeaseStore leases, CancellationToken cancellation)
    {
        var experiments = new List<Digest>();
        await foreach (var stream in store.StreamsStartingWith("experiment-", cancellation))
        {
            if (await store.First<ExperimentDeclared>(stream, cancellation) is { } declared)
            {
                experiments.Add(RunIdentity.Experiment(declared.Specification));
            }
        }

        return [.. (await leases.ListLeases(cancellation)).Select(lease => OfferedRun.Find(lease, experiments)).OfType<OfferedRun>()];
    }

    private static async Task<Dictionary<Digest, (long Position, string? Name)>> Names(IEventStore store, CancellationToken cancellation)
    {
        var names = new Dictionary<Digest, (long Position, string? Name)>();
        await foreach (var stream in store.StreamsStartingWith("attempt-", cancellation))
        {
            if (await store.ReadEvent(stream, 1, cancellation) is { } stored
                && EventCatalogue.Read(stored) is AttemptStarted started
                && stored.Position > names.GetValueOrDefault(started.Run).Position)
            {
                names[started.Run] = (stored.Position, started.Name);
            }
        }

        return names;
    }
}
