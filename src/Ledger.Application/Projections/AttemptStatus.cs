namespace Ledger.Application.Projections;

/// <summary>How somebody's work on a run ended.</summary>
public enum AttemptStatus
{
    /// <summary>It has not said that it ended; one that was killed says nothing either.</summary>
    Open,

    /// <summary>It was stopped, by the user or because another had taken over.</summary>
    Interrupted,

    /// <summary>A failure ended it.</summary>
    Failed,

    /// <summary>It came to the run's end.</summary>
    Completed,
}
