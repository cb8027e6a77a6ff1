namespace Ledger.Application.Specifications;

/// <summary>Names of things whose formula may change: <c>exact-floor</c>, <c>exact_floor</c> and <c>exact_floor/1</c> are the same.</summary>
internal static class VersionedName
{
    /// <summary>The full name; one without a version always means version 1, so that a file never changes its meaning.</summary>
    public static string Expand(string name)
    {
        var full = name.Replace('-', '_');
        return full.Contains('/', StringComparison.Ordinal) ? full : full + "/1";
    }
}
