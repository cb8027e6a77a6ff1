using Ledger.Application.Differences;
using Ledger.Cli.Screens;
using Ledger.Cli.Showing;

namespace Ledger.Cli.Differences;

/// <summary>The two sides of a comparison: what they are, what they took, where they were computed.</summary>
internal static class SideText
{
    private const int LabelWidth = 13;
    private const int CommitDigits = 12;

    /// <summary>Address, id and how it ended.</summary>
    public static string Title(RunSide side)
    {
        var label = $"{side.Name}.{side.Replicate}";
        return side.Address
            + (side.Name is null || side.Address.Contains(label, StringComparison.Ordinal) ? "" : $"  {label}")
            + (side.Address.Contains(side.Id, StringComparison.Ordinal) ? "" : $"  run {side.Id}")
            + (side.Ending == "done" ? "" : $"  {side.Ending}");
    }

    /// <summary>What each took.</summary>
    public static IEnumerable<string> Costs(RunDiff run)
    {
        yield return $"{"cost",-LabelWidth}A  {Cost(run.A.Cost)}";
        yield return $"{"",-LabelWidth}B  {(run.A.Cost == run.B.Cost ? "the same" : Cost(run.B.Cost))}";
    }

    /// <summary>What the networks of the last pair of rounds take, where they differ in it.</summary>
    public static IEnumerable<string> Accounts(RunDiff run)
    {
        if (run.Rounds is not [.., { A.Account: { } one, B.Account: { } other }] || one == other)
        {
            yield break;
        }

        yield return $"{"one sample",-LabelWidth}A  {AccountText.Flops(one)}; {AccountText.Parameters(one)}";
        yield return $"{"",-LabelWidth}B  {AccountText.Flops(other)}; {AccountText.Parameters(other)}";
    }

    /// <summary>Where each was worked on.</summary>
    public static IEnumerable<string> Environments(RunDiff run)
    {
        var (a, b) = (run.A.Environments, run.B.Environments);
        IEnumerable<string> other = a.SequenceEqual(b) ? [$"{"",-LabelWidth}B  the same"]
            : (a, b) is ([var one], [var another]) ? [$"{"",-LabelWidth}B  the same but {string.Join("; ", Parts(another).Except(Parts(one)))}"]
            : Lines("", "B", b);
        return [.. Lines("environment", "A", a), .. other];
    }

    /// <summary>One environment in words.</summary>
    public static string Environment(RunEnvironment environment) => string.Join("; ", Parts(environment));

    private static string[] Parts(RunEnvironment environment) =>
        [environment.Device, environment.Processor, Numbers.Count(environment.Cores, "core"), environment.System, environment.Runtime, $"ledger {Version(environment.Version)}"];

    // The commit as far as people compare it.
    private static string Version(string version) => version.IndexOf('+') is >= 0 and var plus ? version[..Math.Min(version.Length, plus + 1 + CommitDigits)] : version;

    private static IEnumerable<string> Lines(string title, string side, IReadOnlyList<RunEnvironment> environments) => environments.Count == 0
        ? [$"{title,-LabelWidth}{side}  not recorded"]
        : environments.Select((environment, i) => $"{(i == 0 ? title : ""),-LabelWidth}{(i == 0 ? side : " ")}  {Environment(environment)}");

    private static string Cost(RunCost cost) =>
        $"{Numbers.Count(cost.Rounds, "round")}, {Numbers.Count(cost.Steps, "step")} ({Numbers.Count(cost.StepsTrained)} trained for it), {Numbers.Count(cost.WeightUpdates, "weight update")}, {Numbers.Count(cost.Derivations, "derivation")}";
}
