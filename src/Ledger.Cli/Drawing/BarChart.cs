namespace Ledger.Cli.Drawing;

/// <summary>Upright bars, one a bin.</summary>
public static class BarChart
{
    private const double Height = 230;
    private const double Left = 52;
    private const double Top = 34;
    private const double Bottom = 62;
    private const double Pitch = 24;

    /// <summary>Draws bars of shares.</summary>
    /// <param name="title">What is shown.</param>
    /// <param name="horizontal">What the bins are.</param>
    /// <param name="bins">Name, share 0 to 1 and what is said under the pointer.</param>
    public static Svg Draw(string title, string horizontal, IReadOnlyList<(string Name, double Share, string Hint)> bins)
    {
        var width = Math.Max(440, Left + (Pitch * bins.Count) + 14);
        var drawing = new Svg(width, Height, title).Text(Left, 16, title, "strong");
        var up = Ticks.Between(0, Math.Max(0.01, bins.Max(static bin => bin.Share)), 4);
        foreach (var value in up)
        {
            drawing.Line(Left, Y(value, up), width - 14, Y(value, up), "grid").Text(Left - 6, Y(value, up) + 4, $"{Markup.Number(value * 100)}%", "tick", "end");
        }

        foreach (var (index, (name, share, hint)) in bins.Index())
        {
            var x = Left + (Pitch * index);
            drawing.Rectangle(x + 3, Y(share, up), Pitch - 6, Y(0, up) - Y(share, up), "both", hint, round: 2);
            drawing.Text(x + (Pitch / 2), Height - Bottom + (index % 2 == 0 ? 15 : 29), name, "tick", "middle");
        }

        return drawing.Line(Left, Y(0, up), width - 14, Y(0, up), "axis").Text(Left, Height - 8, horizontal, "soft");
    }

    private static double Y(double value, IReadOnlyList<double> ticks) => Height - Bottom - (value / ticks[^1] * (Height - Top - Bottom));
}
