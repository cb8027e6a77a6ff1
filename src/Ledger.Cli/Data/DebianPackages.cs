using System.Diagnostics;

namespace Ledger.Cli.Data;

/// <summary>Packages from Debian's archive, by <c>apt-get</c>.</summary>
public sealed class DebianPackages : IPackageInstaller
{
    /// <inheritdoc/>
    public bool MayInstall => Environment.IsPrivilegedProcess;

    /// <inheritdoc/>
    public string CommandFor(string package) => $"sudo apt-get install {package}";

    /// <inheritdoc/>
    public async Task<string?> Install(string package, CancellationToken cancellation)
    {
        string[] install = ["install", "-y", "--no-install-recommends", package];
        if (await Apt(install, cancellation) is null)
        {
            return null;
        }

        // Package lists are absent or stale in fresh images.
        return await Apt(["update"], cancellation) ?? await Apt(install, cancellation);
    }

    private static async Task<string?> Apt(string[] arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("apt-get", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var error = await process.StandardError.ReadToEndAsync(cancellation);
            await output;
            await process.WaitForExitAsync(cancellation);
            return process.ExitCode == 0 ? null : error.Trim().Split('\n')[^1];
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            return $"apt-get cannot be started: {exception.Message}";
        }
    }
}
