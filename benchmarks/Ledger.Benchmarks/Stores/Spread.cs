namespace Ledger.Benchmarks.Stores;

/// <summary>Figures of repeated measurements.</summary>
internal static class Spread
{
    /// <summary>The median.</summary>
    public static double Median(this IReadOnlyCollection<double> figures) => figures.Order().ElementAt(figures.Count / 2);

    /// <summary>Least, median and greatest, in words.</summary>
    public static string Words(this IReadOnlyCollection<double> figures, string format = "N0") =>
        $"{figures.Min().ToString(format, null)} – {figures.Median().ToString(format, null)} – {figures.Max().ToString(format, null)}";
}
