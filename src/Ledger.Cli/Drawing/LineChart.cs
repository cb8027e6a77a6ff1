namespace Ledger.Cli.Drawing;

/// <summary>Lines over whole numbers.</summary>
/// <param name="title">What is shown, above the chart.</param>
/// <param name="horizontal">What the numbers below are.</param>
/// <param name="format">How values are written.</param>
public sealed class LineChart(string title, string horizontal, Func<double, string> format)
{
    private const double Width = 440;
    private const double Height = 250;
    private const double Left = 58;
    private const double Right = 14;
    private const double Top = 34;
    private const double Bottom = 40;

    /// <summary>Draws lines in one frame.</summary>
    /// <param name="lines">Each a name, a style and points by ascending x.</param>
    /// <param name="hasDots">Marks every point, and says its value under the pointer.</param>
    public Svg Draw(IReadOnlyList<ChartLine> lines, bool hasDots)
    {
        var drawing = new Svg(Width, Height, title).Text(Left, 16, title, "strong");
        var points = lines.SelectMany(static line => line.Points).ToList();
        if (points.Count == 0)
        {
            return drawing.Text(Width / 2, Height / 2, "nothing recorded", "soft", "middle");
        }

        var across = Ticks.Between(points.Min(static point => point.X), points.Max(static point => point.X), 6, isWhole: true);
        var up = Ticks.Between(points.Min(static point => point.Y), points.Max(static point => point.Y));
        Frame(drawing, across, up);
        foreach (var line in lines)
        {
            drawing.Polyline(line.Points.Select(point => (X(point.X, across), Y(point.Y, up))), line.Style);
            foreach (var (x, y) in hasDots ? line.Points : [])
            {
                drawing.Dot(X(x, across), Y(y, up), line.Style, $"{line.Name}, {horizontal} {Markup.Number(x)}: {format(y)}");
            }
        }

        return drawing;
    }

    private void Frame(Svg drawing, IReadOnlyList<double> across, IReadOnlyList<double> up)
    {
        foreach (var value in up)
        {
            drawing.Line(Left, Y(value, up), Width - Right, Y(value, up), "grid").Text(Left - 6, Y(value, up) + 4, format(value), "tick", "end");
        }

        foreach (var value in across)
        {
            drawing.Text(X(value, across), Height - Bottom + 16, Markup.Number(value), "tick", "middle");
        }

        drawing.Line(Left, Height - Bottom, Width - Right, Height - Bottom, "axis").Text((Left + Width - Right) / 2, Height - 6, horizontal, "soft", "middle");
    }

    private static double X(double value, IReadOnlyList<double> ticks) => Left + ((value - ticks[0]) / (ticks[^1] - ticks[0]) * (Width - Left - Right));

    private static double Y(double value, IReadOnlyList<double> ticks) => Height - Bottom - ((value - ticks[0]) / (ticks[^1] - ticks[0]) * (Height - Top - Bottom));
}

/// <summary>A line of a chart.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Style">Its class.</param>
/// <param name="Points">By ascending x.</param>
public sealed record ChartLine(string Name, string Style, IReadOnlyList<(double X, double Y)> Points);
