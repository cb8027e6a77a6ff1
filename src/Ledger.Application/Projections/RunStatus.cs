namespace Ledger.Application.Projections;

/// <summary>How a run stands.</summary>
public enum RunStatus
{
    /// <summary>Somebody began, nothing of the run is recorded yet.</summary>
    Waiting,

    /// <summary>Its latest attempt has not said that it ended; one that was killed says nothing either.</summary>
    Running,

    /// <summary>Its latest attempt was stopped by the user.</summary>
    Interrupted,

    /// <summary>A training gave an infinite or undefined number.</summary>
    Diverged,

    /// <summary>All that its specification asks for is recorded.</summary>
    Done,

    /// <summary>Its latest attempt ended by a failure of its environment.</summary>
    Failed,
}
