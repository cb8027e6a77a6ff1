using Spectre.Console;
using Spectre.Console.Rendering;

namespace Ledger.Cli.Screens;

/// <summary>Columns and cells of tables; cells are plain text, never markup.</summary>
public static class Cells
{
    /// <summary>Where there is nothing to say.</summary>
    public const string None = "–";

    /// <summary>A column of words that must stay whole.</summary>
    public static TableColumn Left(string title) => new TableColumn(title).NoWrap().Padding(0, 0, 1, 0);

    /// <summary>A column of words that may break.</summary>
    public static TableColumn Wrapping(string title) => new TableColumn(title).Padding(0, 0, 1, 0);

    /// <summary>A column of numbers.</summary>
    public static TableColumn Right(string title) => new TableColumn(title).RightAligned().NoWrap().Padding(0, 0, 1, 0);

    /// <summary>A row without colours.</summary>
    public static IEnumerable<IRenderable> Row(IEnumerable<string> cells) => Row(cells.Select(static text => new Cell(text)));

    /// <summary>A row.</summary>
    public static IEnumerable<IRenderable> Row(params IEnumerable<Cell> cells) => cells.Select(static cell => new Text(cell.Text, cell.Tone.Style()));
}
