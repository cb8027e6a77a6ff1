using System.ComponentModel;
using System.Diagnostics;

namespace Ledger.Cli.Tests.Fixtures;

/// <summary>Runs the Python scripts of the documentation.</summary>
internal static class Python
{
    /// <summary>Runs docs/<paramref name="script"/>; its exit code, and stdout followed by stderr. Skips the test where there is no Python.</summary>
    public static (int Exit, string Text) Run(string script, params IEnumerable<string> args)
    {
        var start = new ProcessStartInfo("python3", [Repository.PathOf("docs", script), .. args]) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, text + error.Result);
        }
        catch (Win32Exception)
        {
            Assert.Skip("python3 is not installed");
            throw;
        }
    }
}
