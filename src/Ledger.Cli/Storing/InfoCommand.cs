using Ledger.Application.Storage;
using Ledger.Cli.Screens;
using Ledger.Cli.Verbs;

namespace Ledger.Cli.Storing;

/// <summary><c>ledger store info</c>.</summary>
internal static class InfoCommand
{
    /// <summary>The command.</summary>
    public static Verb Build(Session session)
    {
        var verb = new Verb("info", "How much the ledger holds, and how it grows", "ledger store info", "ledger store info --json");
        verb.SetAction(async (_, cancellation) =>
        {
            using var ledger = session.Open();
            var report = await ledger.Send(new MeasureStore(), cancellation);
            session.Screen.Answer(report, () => Write(session.Screen, report));
            return ExitCodes.Done;
        });
        return verb.Answering(typeof(StoreReport));
    }

    private static void Write(Screen screen, StoreReport report)
    {
        var sizes = report.Sizes;
        screen.Line($"store    {report.Location}");
        screen.Line($"schema   {sizes.Schema}");
        screen.Line($"events   {Numbers.Count(sizes.Events)}, {Numbers.Bytes(sizes.EventBytes)}{(report.BytesOfEvent is { } bytes ? $": {Numbers.Bytes(bytes)} an event" : "")}");
        screen.Line($"masks    {Numbers.Count(sizes.Masks)}, {Numbers.Bytes(sizes.MaskBytes)}");
        screen.Line($"states   {Numbers.Count(sizes.States)}, {Numbers.Bytes(sizes.StateBytes)}; `ledger gc` drops those that can be made again");
        screen.Line($"in all   {Numbers.Bytes(sizes.TotalBytes)}");
        if (sizes.ForeignEvents > 0)
        {
            screen.Line($"foreign  {Numbers.Count(sizes.ForeignEvents, "event")} that others wrote into these tables: not covered, not read");
        }

        if (report.BytesOfEvent is { } each)
        {
            screen.Line($"growth   {Numbers.Bytes(each * 1000)} for a thousand training steps");
        }

        foreach (var experiment in report.Experiments)
        {
            screen.Line($"         about {Numbers.Bytes(experiment.BytesOfRun)} for another run of {experiment.Name ?? experiment.Id}, states included");
        }
    }
}
