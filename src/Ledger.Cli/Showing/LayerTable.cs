using Ledger.Application.Projections;
using Ledger.Cli.Screens;
using Ledger.Events.Recorded;
using Spectre.Console;

namespace Ledger.Cli.Showing;

/// <summary>What masks keep of each layer.</summary>
internal static class LayerTable
{
    /// <summary>Densities, a line a round and a column a layer.</summary>
    public static Table Of(RunLineage lineage)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn(Cells.Right("round"));
        table.AddColumns([.. lineage.Rounds[0].Layers.Select(static layer => Cells.Right(layer.Layer))]);
        foreach (var round in lineage.Rounds)
        {
            table.AddRow(Cells.Row([$"{round.Round}", .. round.Layers.Select(Words.Density)]));
        }

        return table;
    }

    /// <summary>One mask, a line a layer.</summary>
    public static Table Of(IReadOnlyList<LayerDensity> layers)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumns(Cells.Left("layer"), Cells.Right("kept"), Cells.Right("of"), Cells.Right("density"), Cells.Right("threshold"), Cells.Right("ties"));
        foreach (var layer in layers)
        {
            table.AddRow(Cells.Row(layer.Layer, Numbers.Count(layer.Kept), Numbers.Count(layer.Total), Words.Density(layer), layer.Threshold?.ToString("R") ?? Cells.None, Numbers.Count(layer.Ties)));
        }

        return table;
    }
}
