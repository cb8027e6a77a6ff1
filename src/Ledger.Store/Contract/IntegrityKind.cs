namespace Ledger.Store.Contract;

/// <summary>Kinds of alteration that a check can find.</summary>
public enum IntegrityKind
{
    /// <summary>An event's content does not have its hash, or its hash does not follow from the one before.</summary>
    EventAltered,

    /// <summary>A version or position is missing or stands twice.</summary>
    EventMissing,

    /// <summary>An event's metadata do not have the digest the event names.</summary>
    MetadataAltered,

    /// <summary>A blob does not have its digest.</summary>
    BlobAltered,

    /// <summary>A mask that an event names is not here.</summary>
    BlobMissing,

    /// <summary>A stored hash of the tree is not the one that its leaves make.</summary>
    TreeAltered,

    /// <summary>A seal does not fit: its signature is wrong, or the events before it have another root.</summary>
    SealBroken,

    /// <summary>A bundle does not hold what its manifest says.</summary>
    BundleAltered,

    /// <summary>A kept read model is not what the events make; nothing recorded depends on it, but lists are answered from it.</summary>
    ModelAltered,

    /// <summary>Somebody else wrote this event into our tables, in a stream of its own: not covered, not read, no alteration.</summary>
    ForeignEvent,

    /// <summary>The store's own structure is damaged.</summary>
    StoreDamaged,
}
