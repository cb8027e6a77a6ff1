using System.CommandLine;

namespace Ledger.Cli.Verbs;

/// <summary>Public keys on the command line.</summary>
internal static class KeyOption
{
    /// <summary>A public key's file or fingerprint.</summary>
    public static Option<string?> Trusted(string description) => new("--key") { Description = description, HelpName = "file or SHA256:…" };
}
