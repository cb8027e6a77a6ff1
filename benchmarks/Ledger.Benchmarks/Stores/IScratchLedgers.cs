namespace Ledger.Benchmarks.Stores;

/// <summary>Makes empty ledgers of one kind of store.</summary>
internal interface IScratchLedgers
{
    /// <summary>A new one, gone when it is disposed.</summary>
    Task<ScratchLedger> Create();
}
