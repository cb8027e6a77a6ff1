using Ledger.Application.Differences;
using Ledger.Cli.Screens;

namespace Ledger.Cli.Differences;

/// <summary>Why two runs differ, in words: the first derivation that differs, what made it differ, and what follows from it.</summary>
internal static class ReasonText
{
    /// <summary>The lines, the reason first.</summary>
    public static IReadOnlyList<string> Lines(RunDiff run) => run.Difference is { } difference
        ? [Headline(difference), .. Details(difference), .. Further(run), .. Consequences(run)]
        : [$"identical: {Numbers.Count(run.Equal, "derivation")} and {Numbers.Count(run.EqualSteps, "training step")}, every bit"];

    /// <summary>What is equal before the place where they part, and what follows from it.</summary>
    public static IReadOnlyList<string> Consequences(RunDiff run) => [Before(run), After(run)];

    /// <summary>The reason in one line.</summary>
    public static string Headline(LineageDifference difference) => difference.Cause switch
    {
        DifferenceCause.Key => $"asked for otherwise: {string.Join(", ", difference.Parameters.Select(static parameter => parameter.What))}, first in round {difference.Round}, {difference.Kind}",
        DifferenceCause.Bits => $"the same was asked for and came out otherwise: round {difference.Round}, {difference.Kind}{(difference.Step is { } step ? $", step {Numbers.Count(step)}" : "")}",
        _ => $"{(difference.A.Derivation is null ? "B" : "A")} goes on where {(difference.A.Derivation is null ? "A" : "B")} ends: {difference.A.Derivation ?? difference.B.Derivation}",
    };

    /// <summary>Of bits that differ: both records, and which of the two is wrong or how to find out.</summary>
    public static IReadOnlyList<string> Records(LineageDifference difference) => [Side("A", difference.A), Side("B", difference.B), .. Settled(difference)];

    private static IEnumerable<string> Details(LineageDifference difference) => difference.Cause == DifferenceCause.Bits
        ? Records(difference)
        : Parameters(difference.Parameters);

    private static IEnumerable<string> Parameters(IReadOnlyList<ParameterDifference> parameters)
    {
        var width = parameters.Select(static parameter => parameter.What.Length).DefaultIfEmpty().Max();
        var values = parameters.Select(static parameter => parameter.A.Length).DefaultIfEmpty().Max();
        return parameters.Select(parameter => $"  {parameter.What.PadRight(width)}  A {parameter.A.PadRight(values)}  B {parameter.B}");
    }

    private static string Side(string side, RecordedPlace place)
    {
        var marks = string.Concat(place.IsAltered ? ", which does not have its hash" : "", place.IsRefuted ? ", refuted by the reference kernels" : "", place.IsDisputed && !place.IsRefuted ? ", disputed" : "", place.IsUnconfirmed ? ", imported and not computed here yet" : "");
        return $"  {side}  {place.Record}{marks}";
    }

    private static IEnumerable<string> Settled(LineageDifference difference) => (difference.A.IsRefuted, difference.B.IsRefuted) switch
    {
        _ when difference.A.IsAltered || difference.B.IsAltered => ["  what does not have its hash was altered after it was written: ledger verify"],
        (true, false) => ["  A is wrong: it was computed again and refuted"],
        (false, true) => ["  B is wrong: it was computed again and refuted"],
        (true, true) => ["  both were refuted; compute it anew with ledger run"],
        _ => ["  one of the two is wrong; these say which:", $"    {difference.A.Replay}", $"    {difference.B.Replay}"],
    };

    private static IEnumerable<string> Further(RunDiff run) => run.Further.Count == 0 ? [] : ["asked for otherwise too", .. Parameters(run.Further)];

    private static string Before(RunDiff run) => run.Equal == 0
        ? "nothing before it"
        : $"before it {Numbers.Count(run.Equal, "derivation")} and {Numbers.Count(run.EqualSteps, "training step")} are equal in every bit";

    private static string After(RunDiff run) => run.After switch
    {
        { OnlyInA: 0, OnlyInB: 0, InBoth: 0 } => "nothing after it",
        { OnlyInA: 0, OnlyInB: 0 } after => $"after it nothing differs: {Numbers.Count(after.InBoth, "derivation")} are in both",
        var after when run.Difference!.Cause == DifferenceCause.Length => $"that is {Numbers.Count(after.OnlyInA + after.OnlyInB, "derivation")} more",
        var after => $"after it {Numbers.Count(after.OnlyInA, "derivation")} of A and {Numbers.Count(after.OnlyInB)} of B differ too{(after.InBoth == 0 ? "" : $"; {Numbers.Count(after.InBoth)} are in both")}",
    };
}
