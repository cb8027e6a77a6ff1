namespace Ledger.Store.Sqlite;

/// <summary>What opening a ledger file may do.</summary>
public enum SqliteLedgerMode
{
    /// <summary>Read and write; a missing or empty file becomes a ledger, its folder included.</summary>
    Create,

    /// <summary>Read and write a ledger that exists.</summary>
    Existing,

    /// <summary>Read only; works on a medium that cannot be written.</summary>
    ReadOnly,
}
