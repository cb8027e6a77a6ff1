using Ledger.Application.Differences;
using Ledger.Cli.Screens;

namespace Ledger.Cli.Differences;

/// <summary>The two sides of a comparison: what they are, what they took, where they were computed.</summary>
internal static class SideText
{
    private const int LabelWidth = 13;

    /// <summary>Address, id and how it ended.</summary>
    public static string Title(RunSide side) =>
        $"{side.Address}{(side.Address.Contains(side.Id, StringComparison.Ordinal) ? "" : $"  run {side.Id}")}{(side.Name is null ? "" : $"  {side.Name}.{side.Replicate}")}{(side.Ending == "done" ? "" : $"  {side.Ending}")}";

    /// <summary>What each took.</summary>
    public static IEnumerable<string> Costs(RunDiff run)
    {
        yield return $"{"cost",-LabelWidth}A  {Cost(run.A.Cost)}";
        yield return $"{"",-LabelWidth}B  {(run.A.Cost == run.B.Cost ? "the same" : Cost(run.B.Cost))}";
    }

    /// <summary>Where each was worked on.</summary>
    public static IEnumerable<string> Environments(RunDiff run)
    {
        var (a, b) = (run.A.Environments, run.B.Environments);
        return [.. Lines("environment", "A", a), .. a.SequenceEqual(b) ? [$"{"",-LabelWidth}B  the same"] : Lines("", "B", b)];
    }

    /// <summary>One environment in words.</summary>
    public static string Environment(RunEnvironment environment) =>
        $"{environment.Device}, {Numbers.Count(environment.Cores, "core")}, {environment.System}, {environment.Runtime}, ledger {environment.Version}";

    private static IEnumerable<string> Lines(string title, string side, IReadOnlyList<RunEnvironment> environments) => environments.Count == 0
        ? [$"{title,-LabelWidth}{side}  not recorded"]
        : environments.Select((environment, i) => $"{(i == 0 ? title : ""),-LabelWidth}{(i == 0 ? side : " ")}  {Environment(environment)}");

    private static string Cost(RunCost cost) =>
        $"{Numbers.Count(cost.Rounds, "round")}, {Numbers.Count(cost.Steps, "step")} ({Numbers.Count(cost.StepsTrained)} trained for it), {Numbers.Count(cost.WeightUpdates, "weight update")}, {Numbers.Count(cost.Derivations, "derivation")}";
}
