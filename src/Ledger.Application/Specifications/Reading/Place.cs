using System.Text.Json;

namespace Ledger.Application.Specifications.Reading;

/// <summary>Where something stands in an experiment file: keys joined by dots, list items in brackets.</summary>
internal static class Place
{
    /// <summary>The key that a draft's parameter or property is written as: <c>OutputFraction</c> is <c>output_fraction</c>.</summary>
    public static string Key(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    /// <summary>The place of a key inside a section.</summary>
    public static string Inside(string section, string key) => section.Length == 0 ? key : $"{section}.{key}";

    /// <summary>The place of a list's item.</summary>
    public static string Item(string list, int index) => $"{list}[{index}]";

    /// <summary>The place of a draft's property path: <c>Training.Milestones[1]</c> is <c>training.milestones[1]</c>.</summary>
    public static string OfProperty(string path) => string.Join('.', path.Split('.').Select(OfSegment));

    /// <summary>The place that holds this one; the root is empty.</summary>
    public static string Outside(string place) => place[..Math.Max(0, place.LastIndexOfAny(['.', '[']))];

    private static string OfSegment(string segment)
    {
        var bracket = segment.IndexOf('[', StringComparison.Ordinal);
        return bracket < 0 ? Key(segment) : Key(segment[..bracket]) + segment[bracket..];
    }
}
