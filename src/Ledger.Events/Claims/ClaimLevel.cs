namespace Ledger.Events.Claims;

/// <summary>How strictly a claim is checked; a later level checks more.</summary>
public enum ClaimLevel
{
    /// <summary>The events say so, and their hashes hold.</summary>
    Record,

    /// <summary>Figures are computed again from rebuilt states and masks.</summary>
    Recompute,

    /// <summary>The trainings are computed again from the seed.</summary>
    Replay,
}
