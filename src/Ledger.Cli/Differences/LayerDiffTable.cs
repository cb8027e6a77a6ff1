using Ledger.Application.Differences;
using Ledger.Cli.Screens;
using Spectre.Console;

namespace Ledger.Cli.Differences;

/// <summary>One pair of rounds by layer.</summary>
internal static class LayerDiffTable
{
    private const string All = "all";

    /// <summary>What the masks keep.</summary>
    public static Table Masks(RoundDiff round)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumns(
            Cells.Left("layer"), Cells.Right("A keeps"), Cells.Right("B keeps"), Cells.Right("both"), Cells.Right("only A"), Cells.Right("only B"), Cells.Right("Jaccard"), Cells.Right("by chance"));
        foreach (var layer in round.Layers)
        {
            Add(table, layer.Layer, Density(layer.KeptA, layer.TotalA), Density(layer.KeptB, layer.TotalB), layer.Overlap);
        }

        if (round.Layers.Count > 1)
        {
            Add(table, All, Numbers.Density(round.A.Density), Numbers.Density(round.B.Density), round.Masks);
        }

        return table;
    }

    /// <summary>How far the weights are apart; equal tensors are folded into one line.</summary>
    public static Table Weights(StateDiff state)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumns(Cells.Left("tensor"), Cells.Right("shared"), Cells.Right("equal bits"), Cells.Right("same sign"), Cells.Right("cosine"), Cells.Right("distance"), Cells.Right("of A's norm"));
        foreach (var tensor in state.Tensors)
        {
            Add(table, tensor.Tensor, tensor.Distance);
        }

        if (state.EqualTensors.Count > 0)
        {
            table.AddRow(Cells.Row(state.EqualTensors.Count == 1 ? state.EqualTensors[0] : $"{state.EqualTensors.Count} others", "", "all"));
        }

        Add(table, All, state.All!);
        return table;
    }

    private static void Add(Table table, string name, string densityA, string densityB, MaskOverlap? overlap) => table.AddRow(Cells.Row(
    [
        name,
        densityA,
        densityB,
        .. overlap is null
            ? Enumerable.Repeat(Cells.None, 5)
            : [Numbers.Count(overlap.InBoth), Numbers.Count(overlap.OnlyInA), Numbers.Count(overlap.OnlyInB), Numbers.Percent(overlap.Jaccard), Numbers.Percent(overlap.ChanceJaccard)],
    ]));

    private static void Add(Table table, string name, WeightDistance distance) => table.AddRow(Cells.Row(
        name,
        Numbers.Count(distance.Shared),
        Share(distance.EqualBits, distance.Shared),
        Share(distance.SameSign, distance.Shared),
        distance.Cosine is { } cosine ? Numbers.Real(cosine) : Cells.None,
        Numbers.Real(distance.L2),
        distance.NormA > 0 ? Numbers.Percent(distance.L2 / distance.NormA) : Cells.None));

    private static string Density(int kept, int total) => total == 0 ? Cells.None : Numbers.Density((double)kept / total);

    private static string Share(long part, long whole) => whole == 0 ? Cells.None : Numbers.Percent((double)part / whole);
}
