using Ledger.Application.Queries;
using Ledger.Cli.Showing;
using Ledger.Events.Hashing;

namespace Ledger.Cli.Lineages;

/// <summary>A lineage as boxes and arrows, from the seed down, named in program order so that equal lineages give equal drawings.</summary>
internal sealed record DrawnLineage(string Title, IReadOnlyList<DrawnBox> Boxes, IReadOnlyList<DrawnArrow> Arrows)
{
    /// <summary>The boxes and arrows of a lineage: data, derivations, and what was asked for last.</summary>
    public static DrawnLineage Of(LineageGraph graph)
    {
        var nodes = graph.Nodes.Reverse().ToList();
        var made = nodes.Select(static node => node.Derivation.Output ?? node.Derivation.Key.Digest).ToList();
        var given = nodes.SelectMany(static node => node.Inputs).Where(input => !made.Contains(input.Digest)).DistinctBy(static input => input.Digest).ToList();
        var names = given.Select(static input => input.Digest).Concat(made).Index().ToDictionary(static item => item.Item, static item => $"n{item.Index}");
        var end = $"n{names.Count}";
        return new DrawnLineage(
            $"{graph.What} of {graph.Id}",
            [
                .. given.Select(input => new DrawnBox(names[input.Digest], Round: null, input.Role, "", input.Digest)),
                .. nodes.Zip(made).Select(node => new DrawnBox(names[node.Second], node.First.Round, node.First.Derivation.Kind, DerivationText.Parameters(node.First.Derivation), node.Second)),
                .. names.ContainsKey(graph.Digest) ? [] : new[] { new DrawnBox(end, Round: null, graph.What, "", graph.Digest) },
            ],
            [
                .. nodes.Zip(made).SelectMany(node => node.First.Inputs.Select(input => new DrawnArrow(names[input.Digest], names[node.Second], input.Role))),
                .. names.ContainsKey(graph.Digest) ? [] : graph.Parts.Select(part => new DrawnArrow(names[part.Digest], end, part.Role)),
            ]);
    }
}

/// <summary>A box of a drawn lineage.</summary>
/// <param name="Name">What arrows call it.</param>
/// <param name="Round">The round that made it; absent for what was given, and for the ticket at the end.</param>
/// <param name="Title">What was done.</param>
/// <param name="Detail">With which parameters.</param>
/// <param name="Digest">What came out.</param>
internal sealed record DrawnBox(string Name, int? Round, string Title, string Detail, Digest Digest);

/// <summary>That one box went into another.</summary>
/// <param name="From">The input.</param>
/// <param name="To">What was made of it.</param>
/// <param name="Role">As what.</param>
internal sealed record DrawnArrow(string From, string To, string Role);
