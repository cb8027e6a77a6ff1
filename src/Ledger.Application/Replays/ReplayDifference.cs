using Ledger.Application.Replays.Bisection;

namespace Ledger.Application.Replays;

/// <summary>The first place where a record and its replay differ.</summary>
/// <param name="Round">The round.</param>
/// <param name="What">The kind of derivation, or the event's alias.</param>
/// <param name="Step">Of a training: the trajectory's step.</param>
/// <param name="Place">Stream and version of the recorded event, or the blob.</param>
/// <param name="Recorded">What is recorded.</param>
/// <param name="Found">What was computed.</param>
/// <param name="Verdict">Who is wrong.</param>
/// <param name="Element">The first number that differs, where a state of the recorded history is stored.</param>
/// <param name="ElementStep">The step of that state.</param>
public sealed record ReplayDifference(
    int Round, string What, int? Step, string Place, string Recorded, string Found, ReplayVerdict Verdict, ElementDifference? Element = null, int? ElementStep = null)
{
    /// <summary>An event that was altered after it was written.</summary>
    public static ReplayDifference Altered(int round, string what, int? step, string place) =>
        new(round, what, step, place, "an event that does not have its hash", "altered after it was written", ReplayVerdict.Tampered);
}
