using Ledger.Cli.Data;

namespace Ledger.Cli;

/// <summary>What the program finds around it; tests put their own here.</summary>
/// <param name="Output">Where the answer goes.</param>
/// <param name="Error">Where everything else goes.</param>
/// <param name="Input">Where answers to questions come from.</param>
/// <param name="IsOutputTerminal">False if the answer goes to a file or a pipe.</param>
/// <param name="IsErrorTerminal">False if the rest does.</param>
/// <param name="IsInputTerminal">False if nobody can be asked.</param>
/// <param name="Variable">Reads an environment variable.</param>
/// <param name="Clock">Tells the time.</param>
/// <param name="Cores">Processors that may be used.</param>
/// <param name="Packages">Installs data sets.</param>
/// <param name="Width">Columns to write in, or null for those of the terminal.</param>
public sealed record Surroundings(
    TextWriter Output,
    TextWriter Error,
    TextReader Input,
    bool IsOutputTerminal,
    bool IsErrorTerminal,
    bool IsInputTerminal,
    Func<string, string?> Variable,
    TimeProvider Clock,
    int Cores,
    IPackageInstaller Packages,
    int? Width = null)
{
    /// <summary>The process as it was started.</summary>
    public static Surroundings OfProcess() => new(
        Console.Out,
        Console.Error,
        Console.In,
        !Console.IsOutputRedirected,
        !Console.IsErrorRedirected,
        !Console.IsInputRedirected,
        Environment.GetEnvironmentVariable,
        TimeProvider.System,
        Environment.ProcessorCount,
        new DebianPackages());
}
