using System.CommandLine;
using Ledger.Cli.Storing;

namespace Ledger.Cli.Verbs;

/// <summary><c>ledger store ping|migrate|info|compact|refresh|copy</c>.</summary>
public sealed class StoreVerb : IVerb
{
    /// <inheritdoc/>
    public Command Build(Session session) =>
        new Verb("store", "Look after the place that keeps the ledger: reach it, bring it up to date, measure it, refresh what it keeps to answer faster, copy it", "ledger store ping", "ledger store info", "ledger store copy lab.db copy.db")
        {
            PingCommand.Build(session), MigrateCommand.Build(session), InfoCommand.Build(session), CompactCommand.Build(session), RefreshCommand.Build(session), CopyCommand.Build(session),
        };
}
