namespace Ledger.Application.Replays;

/// <summary>Told how a replay goes, from several threads.</summary>
public interface IReplayWatch : IProgress<ReplayProgress>
{
    /// <summary>What it will cost, before anything is compared.</summary>
    void Begins(ReplayForecast forecast);
}
