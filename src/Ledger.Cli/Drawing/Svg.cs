namespace Ledger.Cli.Drawing;

/// <summary>A drawing of some size in SVG, which stands alone or in a page; colours come from classes of the page or of the drawing's own style.</summary>
public sealed class Svg(double width, double height, string title)
{
    private readonly Markup _content = new();

    /// <summary>A straight line.</summary>
    public Svg Line(double x1, double y1, double x2, double y2, string style)
    {
        _content.Empty("line", ("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2), ("class", style));
        return this;
    }

    /// <summary>A line through points.</summary>
    public Svg Polyline(IEnumerable<(double X, double Y)> points, string style)
    {
        _content.Empty("polyline", ("points", string.Join(' ', points.Select(static point => $"{Markup.Number(point.X)},{Markup.Number(point.Y)}"))), ("class", style));
        return this;
    }

    /// <summary>A rectangle that says what it is under the pointer.</summary>
    public Svg Rectangle(double x, double y, double w, double h, string style, string? hint = null, double? opacity = null, double? round = null)
    {
        if (hint is null)
        {
            _content.Empty("rect", ("x", x), ("y", y), ("width", w), ("height", h), ("rx", round), ("class", style), ("fill-opacity", opacity));
        }
        else
        {
            _content.Element("rect", inside => inside.Text("title", hint), ("x", x), ("y", y), ("width", w), ("height", h), ("rx", round), ("class", style), ("fill-opacity", opacity));
        }

        return this;
    }

    /// <summary>A dot that says what it is under the pointer.</summary>
    public Svg Dot(double x, double y, string style, string hint)
    {
        _content.Element("circle", inside => inside.Text("title", hint), ("cx", x), ("cy", y), ("r", 2.5), ("class", style));
        return this;
    }

    /// <summary>A curve from one point down to another.</summary>
    public Svg Link(double x1, double y1, double x2, double y2, string style)
    {
        var middle = (y1 + y2) / 2;
        var path = $"M{Markup.Number(x1)},{Markup.Number(y1)} C{Markup.Number(x1)},{Markup.Number(middle)} {Markup.Number(x2)},{Markup.Number(middle)} {Markup.Number(x2)},{Markup.Number(y2)}";
        _content.Empty("path", ("d", path), ("class", style));
        return this;
    }

    /// <summary>A line of text.</summary>
    /// <param name="x">Where it is anchored.</param>
    /// <param name="y">Its baseline.</param>
    /// <param name="text">The text.</param>
    /// <param name="style">Its class.</param>
    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>.</param>
    public Svg Text(double x, double y, string text, string style = "label", string anchor = "start")
    {
        _content.Text("text", text, ("x", x), ("y", y), ("class", style), ("text-anchor", anchor == "start" ? null : anchor));
        return this;
    }

    /// <summary>The drawing as an element of a page, which has <see cref="Palette.Rules"/>.</summary>
    public Markup Element() => Element(static _ => { });

    /// <summary>The drawing as a file of its own, with its colours for light and dark screens.</summary>
    public string File() => Element(static inside => inside.Style(Palette.Rules)).ToString();

    private Markup Element(Action<Markup> first) => new Markup().Element(
        "svg",
        inside =>
        {
            inside.Text("title", title);
            first(inside);
            inside.Add(_content);
        },
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("viewBox", $"0 0 {Markup.Number(width)} {Markup.Number(height)}"),
        ("width", width),
        ("height", height),
        ("role", "img"));
}
