using Ledger.Application.Projections;
using Ledger.Cli.Screens;
using Ledger.Cli.Verbs;
using Ledger.Store.Contract;

namespace Ledger.Cli.Storing;

/// <summary><c>ledger store refresh</c>.</summary>
internal static class RefreshCommand
{
    /// <summary>The command.</summary>
    public static Verb Build(Session session)
    {
        var verb = new Verb("refresh", "Drop what is kept to answer faster and make it anew from the events; nothing that is recorded changes", "ledger store refresh", "ledger store refresh --json");
        verb.SetAction(async (_, cancellation) =>
        {
            using var ledger = session.Open(OpenMode.Existing);
            var report = await ledger.Send(new RefreshModels(), cancellation);
            session.Screen.Answer(report, () => Write(session.Screen, report));
            return ExitCodes.Done;
        });
        return verb.Answering(typeof(RefreshReport));
    }

    private static void Write(Screen screen, RefreshReport report)
    {
        screen.Line($"store     {report.Location}");
        foreach (var model in report.Models)
        {
            screen.Line($"{model.Name}  up to position {Numbers.Count(model.Position)}, {Numbers.Bytes(model.Bytes)}, folded in {Numbers.Count((long)model.Milliseconds)} ms");
        }
    }
}
