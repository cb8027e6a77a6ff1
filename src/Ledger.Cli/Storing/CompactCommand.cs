using Ledger.Application.Storage;
using Ledger.Cli.Screens;
using Ledger.Cli.Verbs;
using Ledger.Store.Contract;

namespace Ledger.Cli.Storing;

/// <summary><c>ledger store compact</c>.</summary>
internal static class CompactCommand
{
    /// <summary>The command.</summary>
    public static Verb Build(Session session)
    {
        var verb = new Verb("compact", "Give back space that is not used any more; what is recorded stays as it is", "ledger store compact");
        verb.SetAction(async (_, cancellation) =>
        {
            using var ledger = session.Open(OpenMode.Existing);
            var report = await ledger.Send(new CompactStore(), cancellation);
            session.Screen.Answer(report, () => session.Screen.Line($"{report.Location}: {Numbers.Bytes(report.BytesBefore)} before, {Numbers.Bytes(report.BytesAfter)} now"));
            return ExitCodes.Done;
        });
        return verb.Answering(typeof(CompactReport));
    }
}
