namespace Ledger.Events.Claims;

/// <summary>What an audit says of a claim.</summary>
public enum ClaimVerdict
{
    /// <summary>It is so.</summary>
    Holds,

    /// <summary>It is not so.</summary>
    Refuted,

    /// <summary>Something that it speaks of is not there.</summary>
    Unsupported,

    /// <summary>What it speaks of was altered after it was written.</summary>
    Tampered,
}
