namespace Ledger.Store.Contract;

/// <summary>What a blob is worth.</summary>
public enum BlobKind
{
    /// <summary>Evidence, kept for ever.</summary>
    Mask,

    /// <summary>Cache, can be rebuilt.</summary>
    State,
}
