namespace Ledger.Training.Data;

/// <summary>The published data sets that a specification can name; the synthetic one is made from its settings, and files are what they are declared as.</summary>
public static class DataSetCatalogue
{
    private static readonly IDataSet[] Published =
    [
        new IdxImages("fashion-mnist", "/usr/share/datasets/fashion-mnist", "dataset-fashion-mnist", KnownDigest: "d949ecd2d94412b59d6ff1f568d0a17700d6e3dc7c0d8113d8ea3db7dc162b48", new()
        {
            ["train-images-idx3-ubyte"] = "2e487a6c89124f78f2d7521542223cafe96f7123c3ca13d447772ac6ecbb3012",
            ["train-labels-idx1-ubyte"] = "657fbd221bfc9f4198cc14b5619cc33ec57c58dd0e47af4d99d6650759e869a7",
            ["t10k-images-idx3-ubyte"] = "c867c93ff95360594e8ec3287995350b824dd110b11595c0e13d5423f621867a",
            ["t10k-labels-idx1-ubyte"] = "3d0e6c6ea990b53b6f8f500a41cac93881d981b315f84578b7d915342ade01e9",
        }),
        new IdxImages("mnist", InstalledFolder: null, DebianPackage: null, KnownDigest: null, KnownFiles: []),
        new CifarImages("cifar-10", Classes: 10, CoarseClasses: null, [.. Enumerable.Range(1, 5).Select(static i => $"data_batch_{i}.bin")], "test_batch.bin", TrainFileCount: 10_000, TestCount: 10_000),
        new CifarImages("cifar-100", Classes: 100, CoarseClasses: 20, ["train.bin"], "test.bin", TrainFileCount: 50_000, TestCount: 10_000),
    ];

    /// <summary>All published sets.</summary>
    public static IReadOnlyList<IDataSet> All => Published;

    /// <summary>Every name, the synthetic one and files included.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Published.Select(static set => set.Name), SyntheticDataSet.SetName, FilesDataSet.SetName];

    /// <summary>The published set of a name, or null.</summary>
    public static IDataSet? Find(string name) => Array.Find(Published, set => set.Name == name);
}
