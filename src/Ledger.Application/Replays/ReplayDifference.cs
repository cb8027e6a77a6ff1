namespace Ledger.Application.Replays;

/// <summary>The first place where a record and its replay differ.</summary>
/// <param name="Round">The round.</param>
/// <param name="What">The kind of derivation, or the event's alias.</param>
/// <param name="Step">Of a training: the trajectory's step.</param>
/// <param name="Place">Stream and version of the recorded event, or the blob.</param>
/// <param name="Recorded">What is recorded.</param>
/// <param name="Found">What was computed.</param>
/// <param name="Verdict">Who is wrong.</param>
public sealed record ReplayDifference(int Round, string What, int? Step, string Place, string Recorded, string Found, ReplayVerdict Verdict);
