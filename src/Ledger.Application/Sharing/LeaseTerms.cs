namespace Ledger.Application.Sharing;

/// <summary>How leases are kept.</summary>
/// <param name="Duration">How long work stays with who took it and does not say that he is still there.</param>
public sealed record LeaseTerms(TimeSpan Duration)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    /// <summary>A minute: longer than a busy machine is silent, short enough to wait for.</summary>
    public static LeaseTerms Default { get; } = new(TimeSpan.FromMinutes(1));

    /// <summary>Pause between two renewals.</summary>
    public TimeSpan Renewal => Duration / 3;

    /// <summary>Pause before looking again at work that another has.</summary>
    public TimeSpan Pause => TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, Duration.Ticks / 20));
}
