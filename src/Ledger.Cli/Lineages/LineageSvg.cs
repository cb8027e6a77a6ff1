using Ledger.Cli.Drawing;

namespace Ledger.Cli.Lineages;

/// <summary>A lineage as a drawing in layers: each box below all that went into it; arrows that pass several layers go round on the right, all from one box on one lane.</summary>
internal static class LineageSvg
{
    private const double BoxWidth = 440;
    private const double BoxHeight = 50;
    private const double GapX = 24;
    private const double PitchY = 86;
    private const double Left = 76;
    private const double Top = 40;
    private const double Lane = 14;
    private const double RoleWidth = 56;

    /// <summary>The file.</summary>
    public static string Of(DrawnLineage lineage)
    {
        var places = Places(lineage);
        var widest = places.Values.Max(static place => place.Column) + 1;
        var right = Left + (widest * (BoxWidth + GapX));
        var detours = lineage.Arrows.Where(arrow => places[arrow.To].Layer - places[arrow.From].Layer > 1).ToList();
        var drawing = new Svg(right + (detours.DistinctBy(static arrow => arrow.From).Count() * Lane) + 8, Top + (PitchY * (places.Values.Max(static place => place.Layer) + 1)), lineage.Title).Text(8, 20, lineage.Title, "strong");
        foreach (var arrow in lineage.Arrows.Except(detours))
        {
            var (from, to) = (Middle(places[arrow.From]), Middle(places[arrow.To]));
            drawing.Link(from, Bottom(places[arrow.From]), to, Upper(places[arrow.To]), "link").Text((from + to) / 2 + 6, (Bottom(places[arrow.From]) + Upper(places[arrow.To])) / 2 + 4, arrow.Role, "tick");
        }

        foreach (var (lane, from) in detours.GroupBy(static arrow => arrow.From).Index())
        {
            foreach (var arrow in from)
            {
                Detour(drawing, places[arrow.From], places[arrow.To], right + (lane * Lane));
            }
        }

        foreach (var to in detours.GroupBy(static arrow => arrow.To))
        {
            foreach (var (number, arrow) in to.Index())
            {
                drawing.Text(Middle(places[to.Key]) + (BoxWidth / 2) + 6 + (number * RoleWidth), Upper(places[to.Key]) + (BoxHeight / 2) - 4, arrow.Role, "tick");
            }
        }

        foreach (var box in lineage.Boxes)
        {
            Draw(drawing, box, places[box.Name]);
        }

        return drawing.File();
    }

    private static void Draw(Svg drawing, DrawnBox box, Place place)
    {
        var (x, y) = (Middle(place) - (BoxWidth / 2), Upper(place));
        drawing.Rectangle(x, y, BoxWidth, BoxHeight, "box", box.Digest.ToString(), round: 6)
            .Text(x + 10, y + 20, box.Title, "strong")
            .Text(x + BoxWidth - 10, y + 20, box.Digest.ToShortString(), "mono", "end")
            .Text(x + 10, y + 38, box.Detail, "soft");
        if (box.Round is { } round && place.Column == 0)
        {
            drawing.Text(8, y + 30, $"round {round}", "soft");
        }
    }

    private static void Detour(Svg drawing, Place from, Place to, double x)
    {
        var (start, end) = (Upper(from) + (BoxHeight / 2), Upper(to) + (BoxHeight / 2));
        drawing.Polyline([(Middle(from) + (BoxWidth / 2), start), (x, start), (x, end), (Middle(to) + (BoxWidth / 2), end)], "both");
    }

    /// <summary>The layer of a box is one below the lowest of its inputs; within a layer boxes stand in their own order, those with arrows that go round last.</summary>
    private static Dictionary<string, Place> Places(DrawnLineage lineage)
    {
        var inputs = lineage.Arrows.ToLookup(static arrow => arrow.To, static arrow => arrow.From);
        var layers = new Dictionary<string, int>();
        foreach (var box in lineage.Boxes)
        {
            layers[box.Name] = inputs[box.Name].Select(input => layers[input] + 1).DefaultIfEmpty().Max();
        }

        var goRound = lineage.Arrows.Where(arrow => layers[arrow.To] - layers[arrow.From] > 1).Select(static arrow => arrow.From).ToHashSet();
        return lineage.Boxes.GroupBy(box => layers[box.Name])
            .SelectMany(layer => layer.OrderBy(box => goRound.Contains(box.Name)).Index().Select(item => (item.Item.Name, Place: new Place(layer.Key, item.Index))))
            .ToDictionary(static placed => placed.Name, static placed => placed.Place);
    }

    private static double Middle(Place place) => Left + (place.Column * (BoxWidth + GapX)) + (BoxWidth / 2);

    private static double Upper(Place place) => Top + (place.Layer * PitchY);

    private static double Bottom(Place place) => Upper(place) + BoxHeight;

    private sealed record Place(int Layer, int Column);
}
