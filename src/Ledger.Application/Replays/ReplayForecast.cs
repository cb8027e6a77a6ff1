namespace Ledger.Application.Replays;

/// <summary>What a replay will cost.</summary>
/// <param name="Steps">Training steps to compute.</param>
/// <param name="Derivations">Derivations other than trainings to compute.</param>
/// <param name="Segments">Pieces of trainings that are computed on their own.</param>
/// <param name="Jobs">Tasks at once.</param>
/// <param name="Time">About how long it takes, by this machine's speed just now.</param>
/// <param name="LongestWay">About how long the longest chain of tasks takes, which no number of jobs shortens.</param>
/// <param name="Draw">The seed of the draw, where segments are drawn.</param>
public sealed record ReplayForecast(long Steps, int Derivations, int Segments, int Jobs, TimeSpan Time, TimeSpan LongestWay, ulong? Draw);
