using Ledger.Application.Projections;
using Ledger.Cli.Screens;
using Ledger.Tickets.Derivations;
using Ledger.Tickets.Pruning;
using Ledger.Training.Networks;

namespace Ledger.Cli.Showing;

/// <summary>Derivations as people read them.</summary>
internal static class DerivationText
{
    /// <summary>Kind and what tells it apart within its round.</summary>
    public static string Title(LinkedDerivation link) => Parameters(link) is { Length: > 0 } parameters ? $"{link.Kind}  {parameters}" : link.Kind;

    /// <summary>The parameters that matter, from the description.</summary>
    public static string Parameters(LinkedDerivation link)
    {
        if (link.Description is not { } description)
        {
            return "its description is not in this ledger";
        }

        return link.Kind switch
        {
            Kinds.Initialize when InitializeWeights.Of(description) is var made => $"{made.Scheme}, {Widths(made.Network)}, seed {made.Seed}",
            Kinds.Train when Train.Of(description).Recipe is var recipe =>
                $"{Numbers.Count(link.Step ?? 0, "step")}, batch {recipe.Batch}, {recipe.Optimiser}, rate {recipe.Schedule.FullRate}" + (recipe.SchedulePosition > 0 ? $", from step {recipe.SchedulePosition} of the schedule" : ""),
            Kinds.State => $"step {Numbers.Count(link.Step ?? 0)}",
            Kinds.DrawMask when DrawMask.Of(description).Rule is var rule => $"{rule.Criterion}, {string.Join("; ", rule.Groups.Select(Group))}",
            Kinds.Rewind when RewindWeights.Of(description).Treatment is var treatment => $"kept {treatment.Kept}, pruned {treatment.Pruned}, slots {treatment.Slots}",
            Kinds.Evaluate when Evaluate.Of(description) is var evaluated => $"{link.Split} ({Numbers.Count(evaluated.Samples.Count)}), step {Numbers.Count(link.Step ?? 0)}",
            _ => "",
        };
    }

    private static string Widths(NetworkDescription network) => MultilayerPerceptron.LayersOf(network) is { } layers
        ? string.Join('-', layers.Select(static layer => layer.Inputs).Append(network.Outputs))
        : $"{network.Input} → {network.Weights().Count()} weight layers → {network.Outputs} classes";

    private static string Group(PruningGroup group) =>
        $"{(group.Fraction * 100).ToString("0.####")}% of {string.Join(" + ", group.Layers.Select(static layer => layer.Replace(".weight", "", StringComparison.Ordinal)))}";
}
