namespace Ledger.Training.Data;

/// <summary>The published data sets that a specification can name; the synthetic one is made from its settings.</summary>
public static class DataSetCatalogue
{
    private static readonly IDataSet[] Published =
    [
        new IdxImages("fashion-mnist", "/usr/share/datasets/fashion-mnist", "dataset-fashion-mnist", KnownDigest: "d949ecd2d94412b59d6ff1f568d0a17700d6e3dc7c0d8113d8ea3db7dc162b48"),
        new IdxImages("mnist", InstalledFolder: null, DebianPackage: null, KnownDigest: null),
    ];

    /// <summary>All published sets.</summary>
    public static IReadOnlyList<IDataSet> All => Published;

    /// <summary>Every name, the synthetic one included.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Published.Select(static set => set.Name), SyntheticDataSet.SetName];

    /// <summary>The published set of a name, or null.</summary>
    public static IDataSet? Find(string name) => Array.Find(Published, set => set.Name == name);
}
