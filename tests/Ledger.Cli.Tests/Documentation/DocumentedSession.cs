using System.Diagnostics;
using Ledger.Cli.Tests.Fixtures;

namespace Ledger.Cli.Tests.Documentation;

/// <summary>A folder in which the commands of a page are run as a reader would: the program, the ready experiments, a ledger and keys of its own.</summary>
internal sealed class DocumentedSession : IDisposable
{
    // In bash a function may be called so; a page's commands stay as they are.
    private static readonly string Program = $"function ./ledger {{ dotnet '{Path.Combine(AppContext.BaseDirectory, "ledger.dll")}' \"$@\"; }};";

    private readonly string _folder = Directory.CreateTempSubdirectory("ledger-page-").FullName;

    public DocumentedSession()
    {
        File.CreateSymbolicLink(Path.Combine(_folder, "experiments"), Repository.PathOf("experiments"));
        File.CreateSymbolicLink(Path.Combine(_folder, "docs"), Repository.PathOf("docs"));
    }

    /// <summary>Runs a command line in a shell; everything that it writes, the folder told as the reader's.</summary>
    public async Task<string> Run(string command)
    {
        var start = new ProcessStartInfo("bash", ["-c", $"exec 2>&1; {Program} {command}"]) { RedirectStandardOutput = true, WorkingDirectory = _folder };
        start.Environment["LEDGER_STORE"] = Path.Combine(_folder, "quick.ledger");
        start.Environment["XDG_CONFIG_HOME"] = Path.Combine(_folder, "config");
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output.Replace(_folder, "/home/ada", StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
