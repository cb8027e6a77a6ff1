using Ledger.Cli.Answers;
using Ledger.Cli.Verbs;
using Ledger.Store;

namespace Ledger.Cli.Storing;

/// <summary><c>ledger store migrate</c>.</summary>
internal static class MigrateCommand
{
    /// <summary>The command.</summary>
    public static Verb Build(Session session)
    {
        var verb = new Verb(
            "migrate",
            "Bring the store's tables up to date, a database's first ones included; nothing that is recorded changes",
            "ledger store migrate",
            "ledger store migrate --store postgres://ledger@db.example/lab");
        verb.SetAction((_, _) =>
        {
            var applied = LedgerStores.Migrate(session.Store);
            session.Screen.Answer(
                new MigrateAnswer(session.Store.ToString(), [.. applied.Select(static migration => migration.Name)]),
                () => session.Screen.Line(applied.Count == 0 ? $"{session.Store} is up to date" : $"{session.Store}: applied {string.Join(", ", applied.Select(static migration => migration.Name))}"));
            return Task.FromResult(ExitCodes.Done);
        });
        return verb.Answering(typeof(MigrateAnswer));
    }
}
