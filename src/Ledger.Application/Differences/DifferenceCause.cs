namespace Ledger.Application.Differences;

/// <summary>Why two lineages part.</summary>
public enum DifferenceCause
{
    /// <summary>Another thing was asked for: the keys differ.</summary>
    Key,

    /// <summary>The same was asked for and came out otherwise: one of the two was computed wrongly, or altered.</summary>
    Bits,

    /// <summary>One goes on where the other ends.</summary>
    Length,
}
