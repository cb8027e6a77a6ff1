namespace Ledger.Application.Replays.Programs;

/// <summary>Ends a method's walk over a record, where the record ends or is another one.</summary>
internal sealed class ProgramStopException(ReplayDifference? difference) : Exception(difference?.Found)
{
    /// <summary>What is recorded and what is asked for; null where the record ends.</summary>
    public ReplayDifference? Difference { get; } = difference;
}
