namespace Ledger.Cli.Drawing;

/// <summary>Round numbers along an axis.</summary>
public static class Ticks
{
    /// <summary>Numbers at steps of 1, 2 or 5 times a power of ten, from the greatest not above <paramref name="least"/> to the least not below <paramref name="most"/>.</summary>
    /// <param name="least">The least number shown.</param>
    /// <param name="most">The greatest one.</param>
    /// <param name="wanted">About how many steps.</param>
    /// <param name="isWhole">True for whole numbers only.</param>
    public static IReadOnlyList<double> Between(double least, double most, int wanted = 5, bool isWhole = false)
    {
        if (most <= least)
        {
            return [least, least + 1];
        }

        var raw = (most - least) / wanted;
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var step = power * ((raw / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 });
        step = isWhole ? Math.Max(1, step) : step;
        var first = (long)Math.Floor((least / step) + 1e-9);
        var last = (long)Math.Ceiling((most / step) - 1e-9);
        return [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => (first + i) * step)];
    }
}
