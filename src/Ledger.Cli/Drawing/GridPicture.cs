namespace Ledger.Cli.Drawing;

/// <summary>A picture of square cells, row by row.</summary>
public static class GridPicture
{
    private const double Side = 210;
    private const double Top = 24;

    /// <summary>Draws cells.</summary>
    /// <param name="title">What is shown.</param>
    /// <param name="width">Cells of a row.</param>
    /// <param name="cells">Style and opacity of each.</param>
    public static Svg Draw(string title, int width, IReadOnlyList<(string Style, double Opacity)> cells)
    {
        var size = Side / width;
        var drawing = new Svg(Side, Top + Side, title).Text(0, 15, title, "strong").Rectangle(0, Top, Side, Side, "none");
        foreach (var (index, (style, opacity)) in cells.Index().Where(static cell => cell.Item.Opacity > 0))
        {
            drawing.Rectangle(index % width * size, Top + (index / width * size), size, size, style, opacity: opacity);
        }

        return drawing;
    }
}
