using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Ledger.Store.Tests.Fixtures;

/// <summary>A PostgreSQL server of its own that a test may stop as it likes, made and started by the script that users have.</summary>
public sealed class PrivateCluster : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ledger-pg-").FullName;

    /// <summary>Starts it; skips the test where there is no PostgreSQL.</summary>
    public PrivateCluster(params string[] options)
    {
        Assert.SkipWhen(string.IsNullOrEmpty(Environment.GetEnvironmentVariable("LEDGER_TEST_POSTGRES")), "LEDGER_TEST_POSTGRES names no PostgreSQL: ./test starts one where its programs are installed");
        Start(options);
    }

    /// <summary>The address of its database.</summary>
    public string Url => Run("url").Trim();

    /// <summary>Starts it, or starts it again; it recovers what was committed.</summary>
    public void Start(params string[] options) => Run("start", options);

    /// <summary>Pulls the plug.</summary>
    public void StopImmediately() => Run("stop", "--immediate");

    /// <inheritdoc/>
    public void Dispose()
    {
        StopImmediately();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Script([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", "cluster"));

    private string Run(string verb, params string[] options)
    {
        using var script = Process.Start(new ProcessStartInfo(Script(), [verb, _folder, .. options]) { RedirectStandardOutput = true })!;
        var output = script.StandardOutput.ReadToEnd();
        script.WaitForExit();
        Assert.Equal(0, script.ExitCode);
        return output;
    }
}
