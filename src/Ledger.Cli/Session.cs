using System.CommandLine;
using Ledger.Application.Composition;
using Ledger.Application.Data;
using Ledger.Application.Failures;
using Ledger.Application.Sharing;
using Ledger.Application.Specifications;
using Ledger.Application.Training;
using Ledger.Cli.Screens;
using Ledger.Store;
using Ledger.Store.Contract;
using Ledger.Store.Sqlite;

namespace Ledger.Cli;

/// <summary>One call of the program: its options, its screen, and the ledger it opens when a verb asks for it.</summary>
public sealed class Session(Surroundings surroundings, GlobalOptions options)
{
    private ParseResult? _parse;
    private Screen? _screen;
    private string? _dataPath;

    /// <summary>What the program finds around it.</summary>
    public Surroundings Surroundings { get; } = surroundings;

    /// <summary>Where answers and notes are written.</summary>
    public Screen Screen => _screen ??= new Screen(Surroundings, _parse?.GetValue(options.Json) ?? false);

    /// <summary>How failures are told.</summary>
    public FailureReport Failures => new(Screen, Surroundings.Variable("LEDGER_DEBUG") == "1");

    /// <summary>True if the answer is one JSON document.</summary>
    public bool IsJson => Screen.IsJson;

    /// <summary>Where the ledger is: <c>--store</c>, else <c>LEDGER_STORE</c>, else a file in the user's data folder.</summary>
    public StoreAddress Store => StoreAddress.Parse(Parsed.GetValue(options.Store) ?? NonEmpty("LEDGER_STORE") ?? Path.Combine(DataHome, "ledger", "ledger.db"));

    /// <summary>False if the ledger is a file that does not exist yet.</summary>
    public bool HasStore => Store.Path is not { } path || File.Exists(path);

    /// <summary>True if the ledger is a bundle, which is only read.</summary>
    public bool IsBundle => Store.Path is { } path && SqliteBundle.IsBundle(path);

    /// <summary>Where the key that seals is, unless the user names another: outside every ledger.</summary>
    public string SealKeyPath => Path.Combine(NonEmpty("XDG_CONFIG_HOME") ?? Path.Combine(NonEmpty("HOME") ?? ".", ".config"), "ledger", "seal.pem");

    /// <summary>Folder of data files that the user named, or null.</summary>
    public string? DataFolder => Parsed.GetValue(options.Data) ?? _dataPath;

    private string DataHome => NonEmpty("XDG_DATA_HOME") ?? Path.Combine(NonEmpty("HOME") ?? ".", ".local", "share");

    private ParseResult Parsed => _parse ?? throw new InvalidOperationException("the command line has not been parsed yet");

    /// <summary>Takes the parsed command line.</summary>
    public void Bind(ParseResult parse) => _parse = parse;

    /// <summary>Opens the ledger; the caller closes it.</summary>
    /// <param name="mode">What opening may do: only verbs that record may create a ledger.</param>
    /// <param name="jobs">Trainings at once, among which the cores are divided.</param>
    /// <param name="terms">How leases are kept; null for the usual way.</param>
    public OpenLedger Open(OpenMode mode = OpenMode.ReadOnly, int jobs = 1, LeaseTerms? terms = null) => Open(Store, mode, jobs, terms);

    /// <summary>Opens the ledger at an address; the caller closes it.</summary>
    public OpenLedger Open(StoreAddress address, OpenMode mode, int jobs = 1, LeaseTerms? terms = null) => Open(LedgerStores.Open(address, mode), jobs, terms);

    /// <summary>Opens the ledger to compute in; of a bundle, which is never written to, a copy that vanishes when it is closed.</summary>
    /// <param name="jobs">Tasks at once, among which the cores are divided.</param>
    public OpenLedger OpenToCompute(int jobs = 1) => IsBundle ? OpenCopy(Store.Path!, jobs) : Open(OpenMode.Existing, jobs);

    /// <summary>An empty ledger that vanishes when it is closed.</summary>
    public OpenLedger OpenTemporary() => InTemporaryFolder(folder => SqliteLedgerStore.Open(folder.PathOf("ledger.db"), OpenMode.Create));

    /// <summary>Opens the ledger, or another, to replay in: one thread a task; files that were named by address, and bundles, are only read.</summary>
    /// <param name="file">The other ledger, or null.</param>
    public OpenLedger OpenToReplay(string? file) =>
        file is not null ? Open(StoreAddress.Parse(file), OpenMode.ReadOnly, Surroundings.Cores) : Open(IsBundle ? OpenMode.ReadOnly : OpenMode.Existing, Surroundings.Cores);

    /// <summary>Devices whose threads are <c>--threads</c>, or this job's share of the cores.</summary>
    public CpuDevices Devices(int jobs = 1) => new(Parsed.GetValue(options.Threads) ?? Math.Max(1, Surroundings.Cores / jobs));

    /// <summary>Data sets, from <see cref="DataFolder"/> where one is named.</summary>
    public DataShelf Shelf() => new(_ => DataFolder);

    /// <summary>The experiment of a file; a relative <c>data.path</c> starts from the file's folder.</summary>
    /// <exception cref="InvalidSpecificationException">The file holds mistakes.</exception>
    public LoadedExperiment ReadExperiment(string path)
    {
        if (!File.Exists(path))
        {
            throw new NotFoundException($"{path}: no such file; ready experiments are in experiments/");
        }

        var result = new SpecificationReader(SpecificationVocabulary.Standard).Read(path);
        if (!result.IsValid)
        {
            throw new InvalidSpecificationException(result.Findings);
        }

        _dataPath = result.Experiment.DataPath is { } folder ? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, folder) : null;
        return result.Experiment;
    }

    private string? NonEmpty(string variable) => Surroundings.Variable(variable) is { Length: > 0 } value ? value : null;

    private OpenLedger OpenCopy(string bundle, int jobs) => InTemporaryFolder(folder =>
    {
        var copy = folder.PathOf(Path.GetFileName(bundle));
        SqliteBundle.CopyAsLedger(bundle, copy);
        return SqliteLedgerStore.Open(copy, OpenMode.Existing);
    }, jobs);

    private OpenLedger InTemporaryFolder(Func<TemporaryFolder, ILedgerStore> open, int jobs = 1)
    {
        var folder = new TemporaryFolder();
        try
        {
            return Open(open(folder), jobs, terms: null, folder);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    private OpenLedger Open(ILedgerStore store, int jobs, LeaseTerms? terms, TemporaryFolder? folder = null) =>
        new(store, LedgerServices.Build(store, Devices(jobs), Shelf(), Surroundings.Clock, terms), folder);
}
