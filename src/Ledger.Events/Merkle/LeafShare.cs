namespace Ledger.Events.Merkle;

/// <summary>How many leaves of a subtree are meant.</summary>
internal enum LeafShare
{
    /// <summary>Not one.</summary>
    None,

    /// <summary>Some but not all.</summary>
    Some,

    /// <summary>Every one.</summary>
    All,
}
