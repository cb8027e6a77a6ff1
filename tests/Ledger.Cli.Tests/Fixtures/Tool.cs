using System.Text.Json;
using Ledger.Cli.Data;

namespace Ledger.Cli.Tests.Fixtures;

/// <summary>The program in a folder of its own, its consoles captured at 80 columns; its clock stands still.</summary>
public sealed class Tool : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ledger-cli-").FullName;

    /// <summary>The ledger that calls use.</summary>
    public string Store => File("ledger.db");

    /// <summary>What installs data sets.</summary>
    public FakePackages Packages { get; } = new();

    /// <summary>A path in the folder.</summary>
    public string File(string name) => Path.Combine(_folder, name);

    /// <summary>Writes an experiment file; its path.</summary>
    public string Experiment(string text = TinyExperiment.Text, string name = "tiny.yaml")
    {
        System.IO.File.WriteAllText(File(name), text);
        return File(name);
    }

    /// <summary>Calls the program on this ledger.</summary>
    public async Task<Call> Run(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var variables = new Dictionary<string, string> { ["LEDGER_STORE"] = Store, ["XDG_CONFIG_HOME"] = File("config") };
        var exit = await new LedgerProgram(Surroundings(output, error, variables)).Run(args);
        return new Call(exit, Normal(output), Normal(error));
    }

    /// <summary>Calls the program as on a terminal of some width; what it shows of progress is not captured.</summary>
    public async Task<string> Show(int width, bool isColoured, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var variables = new Dictionary<string, string> { ["LEDGER_STORE"] = Store, ["XDG_CONFIG_HOME"] = File("config"), ["NO_COLOR"] = isColoured ? "" : "1" };
        await new LedgerProgram(Surroundings(output, error, variables) with { IsOutputTerminal = true, Width = width }).Run(args);
        return Normal(output) + Normal(error);
    }

    /// <summary>What is wrong with a command line; nothing is done.</summary>
    public IReadOnlyList<string> Check(params string[] args) => new LedgerProgram(Surroundings(TextWriter.Null, TextWriter.Null, new Dictionary<string, string>())).Check(args);

    /// <summary>Surroundings without terminals.</summary>
    public Surroundings Surroundings(TextWriter output, TextWriter error, IReadOnlyDictionary<string, string> variables) => new(
        output, error, TextReader.Null, IsOutputTerminal: false, IsErrorTerminal: false, IsInputTerminal: false, variables.GetValueOrDefault, new StoppedClock(), Cores: 2, Packages, Width: 80);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Tables are padded to their width; editors and diffs are not.
    private string Normal(StringWriter writer) =>
        string.Join('\n', writer.ToString().Replace(_folder, "FOLDER", StringComparison.Ordinal).Split('\n').Select(static line => line.TrimEnd()));

    private sealed class StoppedClock : TimeProvider
    {
        public override long GetTimestamp() => 0;

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch;
    }
}

/// <summary>What a call gave.</summary>
/// <param name="Exit">The exit code.</param>
/// <param name="Output">stdout.</param>
/// <param name="Error">stderr.</param>
public sealed record Call(int Exit, string Output, string Error)
{
    /// <summary>stdout as the one JSON document it must be.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    /// <summary>As a screen: what came to stdout, then what came to stderr.</summary>
    public string Screen => $"{Output}---\n{Error}";
}

/// <summary>Notes what would be installed.</summary>
public sealed class FakePackages : IPackageInstaller
{
    /// <summary>What was installed.</summary>
    public List<string> Installed { get; } = [];

    /// <summary>Why installing fails, or null.</summary>
    public string? Trouble { get; set; }

    /// <inheritdoc/>
    public bool MayInstall { get; set; }

    /// <inheritdoc/>
    public string CommandFor(string package) => $"sudo apt-get install {package}";

    /// <inheritdoc/>
    public Task<string?> Install(string package, CancellationToken cancellation)
    {
        Installed.Add(package);
        return Task.FromResult(Trouble);
    }
}
