namespace Ledger.Application.Replays;

/// <summary>Told how a replay goes, from several threads.</summary>
public interface IReplayWatch : IProgress<ReplayProgress>
{
    /// <summary>What it will cost, before anything is compared.</summary>
    void Begins(ReplayForecast forecast);

    /// <summary>Something differs: the reference kernels go the same way step by step, to settle who is wrong.</summary>
    /// <param name="steps">Training steps of that way.</param>
    void Settles(int steps);
}
