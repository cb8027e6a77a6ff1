using Ledger.Application.Queries;
using Spectre.Console;

namespace Ledger.Cli.Showing;

/// <summary>A lineage as a tree: rounds from the last to the first, in each its derivations from the last to the first, in each what went in.</summary>
internal static class LineageTree
{
    /// <summary>The tree of a lineage.</summary>
    public static Tree Of(LineageGraph graph)
    {
        var tree = new Tree(new Text($"{graph.What} of {graph.Id}: {graph.Digest.ToShortString()}{Parts(graph)}"));
        foreach (var round in graph.Nodes.GroupBy(static node => node.Round).OrderByDescending(static round => round.Key))
        {
            var branch = tree.AddNode(new Text($"round {round.Key}"));
            foreach (var node in round)
            {
                var leaf = branch.AddNode(new Text($"{Output(node)}{DerivationText.Title(node.Derivation)}"));
                leaf.AddNodes(node.Inputs.Select(input => new Text($"{input.Role} {input.Digest.ToShortString()}{Origin(input, node.Round)}")));
            }
        }

        return tree;
    }

    private static string Parts(LineageGraph graph) => graph.Parts is [{ } only] && only.Digest == graph.Digest
        ? ""
        : $", made of {string.Join(", ", graph.Parts.Select(static part => $"{part.Role} {part.Digest.ToShortString()}"))}";

    private static string Output(LineageNode node) =>
        $"{(node.Derivation.Output ?? node.Derivation.Key.Digest).ToShortString()} ← ";

    private static string Origin(LineageInput input, int round) => input.Round is { } made && made != round ? $" of round {made}" : "";
}
