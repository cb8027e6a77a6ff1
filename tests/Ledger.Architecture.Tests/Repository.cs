using System.Runtime.CompilerServices;

namespace Ledger.Architecture.Tests;

/// <summary>The sources that the rules are about.</summary>
internal static class Repository
{
    /// <summary>The products, lowest first, each with the products it may reference by itself.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Products = new Dictionary<string, string[]>
    {
        ["Ledger.Arithmetic"] = [],
        ["Ledger.Training"] = ["Ledger.Arithmetic"],
        ["Ledger.Events"] = [],
        ["Ledger.Tickets"] = ["Ledger.Training", "Ledger.Events"],
        ["Ledger.Store"] = ["Ledger.Events"],
        ["Ledger.Application"] = ["Ledger.Tickets", "Ledger.Store"],
        ["Ledger.Cli"] = ["Ledger.Application"],
    };

    /// <summary>The products whose output may not depend on where or when they run.</summary>
    public static readonly string[] Exact = ["Ledger.Arithmetic", "Ledger.Training", "Ledger.Events", "Ledger.Tickets"];

    /// <summary>The repository's folder.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Folder(), "..", ".."));

    /// <summary>All sources of the products, by path from the root.</summary>
    public static IReadOnlyDictionary<string, string[]> Sources { get; } = Read();

    /// <summary>The text of a file, by path from the root.</summary>
    public static string Text(params string[] path) => File.ReadAllText(Path.Combine([Root, .. path]));

    /// <summary>The project file of a product.</summary>
    public static System.Xml.Linq.XDocument Project(string product) => System.Xml.Linq.XDocument.Load(Path.Combine(Root, "src", product, product + ".csproj"));

    /// <summary>The sources of some products.</summary>
    public static IEnumerable<(string Path, string[] Lines)> Of(params string[] products) =>
        Sources.Where(source => products.Any(product => source.Key.StartsWith($"src/{product}/", StringComparison.Ordinal))).Select(static source => (source.Key, source.Value));

    private static Dictionary<string, string[]> Read() => Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
        .Select(static path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
        .Where(static path => path.Split('/') is var parts && parts[2] is not ("bin" or "obj"))
        .ToDictionary(static path => path, static path => File.ReadAllLines(Path.Combine(Root, path)));

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
