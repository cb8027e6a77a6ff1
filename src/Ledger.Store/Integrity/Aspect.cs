namespace Ledger.Store.Integrity;

/// <summary>What of an event a finding is about; findings of one event come in this order.</summary>
internal enum Aspect
{
    /// <summary>Its place in the order of commits.</summary>
    Position,

    /// <summary>Its stream and the event before it there.</summary>
    Chain,

    /// <summary>What its body vouches for.</summary>
    Metadata,

    /// <summary>Its place in the tree.</summary>
    Leaf,
}
