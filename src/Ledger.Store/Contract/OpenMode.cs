namespace Ledger.Store.Contract;

/// <summary>What opening a ledger may do.</summary>
public enum OpenMode
{
    /// <summary>Read and write; a missing or empty file becomes a ledger, its folder included. A database is never made so: <c>ledger store migrate</c> does.</summary>
    Create,

    /// <summary>Read and write a ledger that exists.</summary>
    Existing,

    /// <summary>Read only; works on a medium that cannot be written.</summary>
    ReadOnly,
}
