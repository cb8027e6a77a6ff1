using Ledger.Store;

namespace Ledger.Benchmarks.Stores;

/// <summary>SQLite files, each in a new folder.</summary>
/// <param name="parent">The folder of these folders, so that the disk can be chosen.</param>
internal sealed class ScratchFiles(string parent) : IScratchLedgers
{
    public Task<ScratchLedger> Create()
    {
        var folder = Directory.CreateDirectory(Path.Combine(parent, Path.GetRandomFileName())).FullName;
        return Task.FromResult(new ScratchLedger(StoreAddress.Parse(Path.Combine(folder, "scratch.ledger")), () => Directory.Delete(folder, recursive: true)));
    }
}
