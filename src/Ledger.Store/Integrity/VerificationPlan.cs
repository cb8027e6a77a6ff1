namespace Ledger.Store.Integrity;

/// <summary>How the check of a ledger is divided; findings do not depend on it.</summary>
/// <param name="Jobs">Ranges that are checked at the same time.</param>
/// <param name="TilesPerRange">Tiles of 256 events in one range.</param>
/// <param name="MostBytesAside">Bytes of events that a range keeps to be judged when it is joined with the range before.</param>
internal sealed record VerificationPlan(int Jobs, int TilesPerRange = 64, long MostBytesAside = 4 << 20)
{
    private const int MostByDefault = 4;

    /// <summary>So many jobs, or by default one a processor, at most four.</summary>
    public static VerificationPlan For(int? jobs) => new(jobs ?? Math.Min(Environment.ProcessorCount, MostByDefault));
}
