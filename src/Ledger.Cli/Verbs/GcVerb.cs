using System.CommandLine;
using Ledger.Application.Storage;
using Ledger.Cli.Screens;
using Ledger.Store.Contract;
using Ledger.Store.Sqlite;

namespace Ledger.Cli.Verbs;

/// <summary><c>ledger gc</c>.</summary>
public sealed class GcVerb : IVerb
{
    /// <inheritdoc/>
    public Command Build(Session session)
    {
        var plan = new Option<bool>("--plan") { Description = "Tell what would be dropped, drop nothing" };
        var all = new Option<bool>("--all-states") { Description = "Drop every cached state, rewind points too; all can be rebuilt" };
        var verb = new Verb("gc", "Drop cached states that can be rebuilt; masks and events always stay", "ledger gc --plan", "ledger gc")
        {
            plan, all,
        };
        verb.SetAction((parse, cancellation) => Collect(session, new CollectGarbage(parse.GetValue(all), parse.GetValue(plan)), cancellation));
        return verb.Answering(typeof(GarbageReport));
    }

    private static async Task<int> Collect(Session session, CollectGarbage command, CancellationToken cancellation)
    {
        using var ledger = session.Open(command.PlanOnly ? OpenMode.ReadOnly : OpenMode.Existing);
        var report = await ledger.Send(command, cancellation);
        session.Screen.Answer(report, () =>
        {
            session.Screen.Line($"{(command.PlanOnly ? "would drop" : "dropped")} {Numbers.Count(report.Dropped, "state")}, {Numbers.Bytes(report.DroppedBytes)}");
            session.Screen.Line($"kept {Numbers.Count(report.KeptStates, "state")}, {Numbers.Bytes(report.KeptStateBytes)}, and {Numbers.Count(report.Masks, "mask")}, {Numbers.Bytes(report.MaskBytes)}");
        });
        return ExitCodes.Done;
    }
}
