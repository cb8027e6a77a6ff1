using Ledger.Cli.Data;

namespace Ledger.Cli.Tests.Documentation;

/// <summary>A folder with a ledger of its own and a tiny experiment, and the program to work on it.</summary>
internal sealed class Desk : IDisposable
{
    private const string Tiny = """
        name: tiny
        seed: 1
        data:
          set: synthetic
          validation: 8
          synthetic: {features: 16, classes: 3, train: 96, test: 40, noise: 64, seed: 7}
        network: mlp:16-9-3
        initialiser: glorot_normal
        training: {steps: 12it, batch: 16, optimiser: sgd, momentum: 0.9, weight_decay: 0.0001, rate: 0.05}
        method:
          name: imp
          rounds: 2
          rewind: 4it
          prune: {criterion: magnitude, scope: global, fraction: 0.3, count: exact-floor}
        evaluate: {splits: [test]}
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ledger-documentation-");

    public Desk() => File.WriteAllText(PathOf("tiny.yaml"), Tiny);

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>One command line; its exit code and all that it wrote.</summary>
    public async Task<(int Exit, string Text)> Ledger(params string[] arguments)
    {
        using var written = new StringWriter();
        var exit = await Program(written).Run(arguments);
        return (exit, written.ToString());
    }

    /// <summary>What is wrong with a command line; nothing is done.</summary>
    public IReadOnlyList<string> Check(params string[] arguments) => Program(TextWriter.Null).Check(arguments);

    public void Dispose() => _folder.Delete(recursive: true);

    private LedgerProgram Program(TextWriter written) =>
        new(new Surroundings(written, written, TextReader.Null, false, false, false, Variable, TimeProvider.System, Cores: 1, new NoPackages()));

    private string? Variable(string name) => name == "LEDGER_STORE" ? PathOf("tiny.ledger") : null;

    private sealed class NoPackages : IPackageInstaller
    {
        public bool MayInstall => false;

        public string CommandFor(string package) => package;

        public Task<string?> Install(string package, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
