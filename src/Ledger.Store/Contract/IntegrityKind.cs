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

    /// <summary>The file's own structure is damaged.</summary>
    StoreDamaged,
}
