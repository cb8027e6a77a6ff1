namespace Ledger.Cli.Data;

/// <summary>Brings packages of the operating system to this machine.</summary>
public interface IPackageInstaller
{
    /// <summary>True if this user may install packages.</summary>
    bool MayInstall { get; }

    /// <summary>The command that a user with the rights would run.</summary>
    string CommandFor(string package);

    /// <summary>Installs a package; null, or why it could not be.</summary>
    Task<string?> Install(string package, CancellationToken cancellation);
}
