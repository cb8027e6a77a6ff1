using Ledger.Application.Materials;
using Ledger.Cli.Answers;
using Ledger.Cli.Screens;

namespace Ledger.Cli.Rebuilding;

/// <summary>Tells what a rebuild will compute.</summary>
public static class RebuildPlanScreen
{
    /// <summary>Notes it in one line before it is done.</summary>
    public static void Note(Screen screen, IReadOnlyList<PlannedDerivation> plan) => screen.Note(Summary(plan));

    /// <summary>Answers with every derivation of the plan.</summary>
    public static void Answer(Screen screen, IReadOnlyList<PlannedDerivation> plan) => screen.Answer(
        new RebuildPlanAnswer(Steps(plan), [.. plan.Select(static planned => new PlannedStep(planned.Output, planned.Description, planned.Steps))]),
        () =>
        {
            foreach (var planned in plan)
            {
                screen.Line(planned.Description);
            }

            screen.Line(Summary(plan));
        });

    private static string Summary(IReadOnlyList<PlannedDerivation> plan) => plan.Count == 0
        ? "everything is stored; nothing to compute"
        : $"{Numbers.Count(plan.Count, "derivation")} to compute again, {Numbers.Count(Steps(plan), "training step")}";

    private static int Steps(IReadOnlyList<PlannedDerivation> plan) => plan.Sum(static planned => planned.Steps);
}
