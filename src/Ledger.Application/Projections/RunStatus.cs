namespace Ledger.Application.Projections;

/// <summary>How a run stands.</summary>
public enum RunStatus
{
    /// <summary>It was offered or given back, and nobody has it.</summary>
    Waiting,

    /// <summary>Somebody has it and said so in time.</summary>
    Running,

    /// <summary>It began and has not ended, and nobody says any more that he works on it.</summary>
    Stale,

    /// <summary>Its latest attempt failed, and nobody has taken it since.</summary>
    Failed,

    /// <summary>A training gave an infinite or undefined number.</summary>
    Diverged,

    /// <summary>All that its specification asks for is recorded.</summary>
    Done,
}
