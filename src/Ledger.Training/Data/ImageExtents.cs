using System.Globalization;

namespace Ledger.Training.Data;

/// <summary>What a sample's features are if it is an image: row, column, channel, the last fastest.</summary>
/// <param name="Rows">Its height.</param>
/// <param name="Columns">Its width.</param>
/// <param name="Channels">1 for grey, 3 for red, green, blue.</param>
public readonly record struct ImageExtents(int Rows, int Columns, int Channels)
{
    /// <summary>Features of a sample; more than an array can hold, if the extents are.</summary>
    public long Features => (long)Rows * Columns * Channels;

    /// <summary>Reads the written form, <c>32x32x3</c>, or gives null; no extent is above 65536.</summary>
    public static ImageExtents? Parse(string text)
    {
        var parts = text.Split('x');
        return parts.Length == 3 && Extent(parts[0]) is { } rows && Extent(parts[1]) is { } columns && Extent(parts[2]) is { } channels
            ? new ImageExtents(rows, columns, channels)
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rows}x{Columns}x{Channels}");

    private static int? Extent(string text) =>
        !text.StartsWith('0') && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var extent) && extent <= 65536 ? extent : null;
}
