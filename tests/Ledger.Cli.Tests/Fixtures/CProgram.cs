using System.ComponentModel;
using System.Diagnostics;

namespace Ledger.Cli.Tests.Fixtures;

/// <summary>A program of tests/independent, compiled by the machine's C compiler.</summary>
internal static class CProgram
{
    /// <summary>Compiles tests/independent/<paramref name="source"/> to <paramref name="program"/>, warnings being errors. Skips the test where there is no compiler.</summary>
    public static void Compile(string source, string program)
    {
        var (exit, text) = Run("cc", "-std=c11", "-O1", "-ffp-contract=off", "-Wall", "-Wextra", "-pedantic", "-Werror", "-o", program, Repository.PathOf("tests", "independent", source));
        Assert.True(exit == 0, text);
    }

    /// <summary>Runs a program; its exit code, and stdout followed by stderr.</summary>
    public static (int Exit, string Text) Run(string program, params IEnumerable<string> args)
    {
        var start = new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, text + error.Result);
        }
        catch (Win32Exception) when (program == "cc")
        {
            Assert.Skip("there is no C compiler: apt-get install gcc libc6-dev");
            throw;
        }
    }
}
