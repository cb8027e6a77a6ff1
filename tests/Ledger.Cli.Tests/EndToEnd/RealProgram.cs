using System.Diagnostics;
using System.Text.Json;
using Ledger.Cli.Tests.Fixtures;

namespace Ledger.Cli.Tests.EndToEnd;

/// <summary>The real program as a process of its own, with a ledger in a folder of its own.</summary>
internal sealed class RealProgram : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ledger-end-to-end-").FullName;

    public static string Quick { get; } = Repository.PathOf("experiments", "quick.yaml");

    public static string InstalledData => "/usr/share/datasets/fashion-mnist";

    public string Store => Path.Combine(_folder, "test.ledger");

    public string Folder(string name) => Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;

    /// <summary>Writes a file into the folder; its path.</summary>
    public string Write(string name, string text)
    {
        File.WriteAllText(Path.Combine(_folder, name), text);
        return Path.Combine(_folder, name);
    }

    public static void SkipWithoutData() => Assert.SkipUnless(Directory.Exists(InstalledData), "Fashion-MNIST is not installed: apt-get install dataset-fashion-mnist");

    public Process Start(IReadOnlyList<string> arguments, params IReadOnlyList<(string Name, string Value)> environment)
    {
        // Whoever runs tests in the background has Ctrl-C ignored, and so would have every program that the tests start.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet"]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "ledger.dll"));
        foreach (var argument in arguments.Contains("--store") ? arguments : [.. arguments, "--store", Store])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    public async Task<(int Exit, string Output, string Error)> Run(IReadOnlyList<string> arguments, params IReadOnlyList<(string Name, string Value)> environment)
    {
        using var process = Start(arguments, environment);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    /// <summary>The result digest of the quick experiment.</summary>
    public async Task<string> QuickResult(IReadOnlyList<string> options, params IReadOnlyList<(string Name, string Value)> environment)
    {
        var (exit, output, error) = await Run(["run", Quick, "--json", .. options], environment);
        Assert.True(exit == 0, $"exit {exit}: {error}");
        using var answer = JsonDocument.Parse(output);
        return answer.RootElement.GetProperty("runs")[0].GetProperty("result").GetString()!;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
