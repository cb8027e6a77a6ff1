using Ledger.Store.Contract;

namespace Ledger.Benchmarks.Stores;

/// <summary>Which measurement of which store.</summary>
internal static class StoreBenchmark
{
    private const int Turns = 5;

    /// <summary>Runs <c>append</c>, <c>read</c>, <c>verify EVENTS</c> or <c>growth EVENTS</c> at an address: a database, or a folder for files.</summary>
    public static async Task<bool> Run(string[] words)
    {
        if (words is not [var what, var where, .. var rest])
        {
            return false;
        }

        var isDatabase = where.Contains("://", StringComparison.Ordinal);
        IScratchLedgers ledgers = isDatabase ? new ScratchSchemas(where) : new ScratchFiles(where);
        switch ((what, rest))
        {
            case ("append", []):
                await AppendBenchmark.Run(ledgers, Turns, isDatabase ? new BareCopy(ledgers) : null);
                return true;
            case ("read", []):
                return await OnOne(ledgers, static store => ReadBenchmark.Run(store, Turns));
            case ("verify", [var events]):
                return await OnOne(ledgers, store => VerifyBenchmark.Run(store, long.Parse(events, null), Turns));
            case ("growth", [var events]):
                return await OnOne(ledgers, store => GrowthBenchmark.Run(store, long.Parse(events, null)));
            default:
                return false;
        }
    }

    private static async Task<bool> OnOne(IScratchLedgers ledgers, Func<ILedgerStore, Task> measure)
    {
        using var scratch = await ledgers.Create();
        using var store = scratch.Open();
        await measure(store);
        return true;
    }
}
