using System.Globalization;

namespace Ledger.Cli.Screens;

/// <summary>Numbers as people read them.</summary>
public static class Numbers
{
    private static readonly NumberFormatInfo Spaced = new() { NumberGroupSeparator = " ", NumberDecimalSeparator = "." };

    /// <summary>For example <c>12 000</c>.</summary>
    public static string Count(long number) => number.ToString("#,0", Spaced);

    /// <summary>A count and its noun, for example <c>1 step</c>, <c>12 000 steps</c>.</summary>
    public static string Count(long number, string noun) => $"{Count(number)} {noun}{(number == 1 ? "" : "s")}";

    /// <summary>A share with two decimals, for example <c>87.31%</c>.</summary>
    public static string Percent(double share) => (share * 100).ToString("0.00", Spaced) + "%";

    /// <summary>A number with four digits after the point, or in scientific form where these would say nothing.</summary>
    public static string Real(double number) => number != 0 && Math.Abs(number) is < 0.001 or >= 1e6 ? number.ToString("0.00e+0", Spaced) : number.ToString("0.0000", Spaced);

    /// <summary>A density: two decimals from one percent on, two significant digits below.</summary>
    public static string Density(double share) => share >= 0.01 || share == 0 ? Percent(share) : (share * 100).ToString("0.0###", Spaced) + "%";

    /// <summary>For example <c>0.4 s</c>, <c>12 s</c>, <c>3 min 20 s</c>, <c>2 h 5 min</c>.</summary>
    public static string Duration(TimeSpan time) => time switch
    {
        { TotalSeconds: < 10 } => time.TotalSeconds.ToString("0.#", Spaced) + " s",
        { TotalMinutes: < 1 } => time.TotalSeconds.ToString("0", Spaced) + " s",
        { TotalHours: < 1 } => $"{(int)time.TotalMinutes} min {time.Seconds} s",
        _ => $"{Count((long)time.TotalHours)} h {time.Minutes} min",
    };

    /// <summary>For example <c>2026-01-31 12:00:05 UTC</c>.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>For example <c>12.3 MB</c>.</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        < 1000 => $"{bytes} B",
        < 1_000_000 => (bytes / 1e3).ToString("0.0", Spaced) + " kB",
        < 1_000_000_000 => (bytes / 1e6).ToString("0.0", Spaced) + " MB",
        _ => (bytes / 1e9).ToString("0.0", Spaced) + " GB",
    };
}
