namespace Ledger.Events.Specification;

/// <summary>How one part of a state or position is restored.</summary>
public enum RestoreRule
{
    /// <summary>To what it was at step k.</summary>
    Rewind,

    /// <summary>To step 0 of the schedule or the data order.</summary>
    Restart,

    /// <summary>To +0.</summary>
    Zero,
}
