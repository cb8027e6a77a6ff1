using Ledger.Application.Replays;
using Ledger.Cli.Screens;

namespace Ledger.Cli.Replaying;

/// <summary>A replay's verdict as text.</summary>
public static class ReplayScreen
{
    /// <summary>The lines for one run or round.</summary>
    /// <param name="name">Its address.</param>
    /// <param name="report">What was found.</param>
    /// <param name="unrecorded">Why nothing is recorded, or null.</param>
    public static string Of(string name, ReplayReport report, string? unrecorded)
    {
        var lines = report switch
        {
            { Difference: { } difference } => Lines(name, report, difference),
            { Sample: { } sample } => Lines(name, report, sample),
            _ => Lines(name, report),
        };
        return string.Join(Environment.NewLine, unrecorded is null ? lines : lines.Append($"  {unrecorded}"));
    }

    private static List<string> Lines(string name, ReplayReport report)
    {
        var all = report.Round is null ? ", every one of them" : "";
        var open = report.IsComplete ? "" : " (the run has not ended yet)";
        List<string> lines = [$"{name}: equal — {Numbers.Count(report.Steps, "step")} and {Numbers.Count(report.Derivations, "derivation")}{all}{open}"];
        if (report.Result is { } result)
        {
            lines.Add($"  result {result}");
        }

        return lines;
    }

    private static List<string> Lines(string name, ReplayReport report, ReplaySample sample) =>
    [
        $"{name}: equal as far as drawn — {Numbers.Count(sample.Checked)} of {Numbers.Count(sample.Total, "segment")}, {Numbers.Count(report.Steps, "step")}; seed of the draw {sample.Draw}",
        .. sample.Escapes.Select(static escape => $"  {Numbers.Count(escape.Altered, "altered segment")} would have {(escape.Chance == 0 ? "been found" : $"escaped with a chance of {Numbers.Density(escape.Chance)}")}"),
    ];

    private static List<string> Lines(string name, ReplayReport report, ReplayDifference difference)
    {
        List<string> lines =
        [
            $"{name}: {Headline(report, difference)}",
            $"  where     {difference.Place}",
            $"  recorded  {difference.Recorded}",
            $"  computed  {difference.Found}",
        ];
        if (difference.Element is { } element)
        {
            lines.Add($"  element   {(difference.ElementStep is { } step ? $"of the state after step {step}, " : "")}{element.Describe("computed", "recorded")}");
        }

        return lines;
    }

    private static string Headline(ReplayReport report, ReplayDifference difference)
    {
        var step = difference.Step is { } number ? $", step {number}" : "";
        return difference.Verdict == ReplayVerdict.Tampered
            ? $"tampered — round {difference.Round}, {difference.What}{step} was altered after it was written"
            : $"refuted — round {difference.Round}, {difference.What}{step}: {Consequence(report)}";
    }

    private static string Consequence(ReplayReport report) => report switch
    {
        { IsRecorded: true } => "the reference kernels contradict the record, nothing is answered from it any more; ledger run computes it anew",
        { Sample: not null } => "the record contradicts itself here; a sample does not tell which part of it is wrong, replay without --budget to settle that",
        _ => "the record is not what its specification and inputs make",
    };
}
