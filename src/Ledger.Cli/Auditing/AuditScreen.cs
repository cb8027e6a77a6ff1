using Ledger.Application.Claims.Auditing;
using Ledger.Cli.Screens;
using Ledger.Events.Claims;

namespace Ledger.Cli.Auditing;

/// <summary>Shows what an audit found: a paragraph a claim, its verdict first.</summary>
internal static class AuditScreen
{
    /// <summary>Writes every claim, then how far the record was checked.</summary>
    public static void Write(Screen screen, AuditReport report)
    {
        foreach (var claim in report.Claims)
        {
            Write(screen, claim);
            screen.Line();
        }

        screen.Line($"{Numbers.Count(report.Claims.Count, "claim")}: {Totals(report)}");
        screen.Line(Extent(report));
    }

    private static void Write(Screen screen, ClaimAnswer claim)
    {
        screen.Line($"{Words.Of(claim.Verdict)}  {claim.Statement.Name}  (of {claim.Statement.Of}, checked at {Words.Of(claim.Level)})", Words.Tone(claim.Verdict));
        screen.Line($"  {claim.Statement.Text.ReplaceLineEndings(" ").Trim()}");
        if (claim.Altered is { } altered)
        {
            screen.Line($"  {altered}");
            return;
        }

        foreach (var assertion in claim.Assertions)
        {
            Write(screen, assertion);
        }

        DoubtScreen.Write(screen, claim.Contradictions, claim.Further, claim.Unconfirmed);
        screen.Line($"  {claim.Age.Text}");
        foreach (var seed in claim.Seeds)
        {
            screen.Line($"  {seed.Text}");
        }
    }

    private static void Write(Screen screen, AssertionAnswer assertion)
    {
        screen.Line($"  {Words.Of(assertion.Verdict)}: {assertion.Asked}{(assertion.Found is { } found ? $" — {found}" : "")}");
        if (assertion.Test is { } test)
        {
            screen.Line($"    test: {test}");
        }

        foreach (var figure in assertion.Figures.Count > 1 ? assertion.Figures : [])
        {
            screen.Line($"    {figure.Run}  {figure.Figure}");
        }

        foreach (var gap in assertion.Missing)
        {
            screen.Line($"    missing: {gap.What}{(gap.Command is { } command ? $"; to get it: {command}" : "")}");
        }
    }

    private static string Totals(AuditReport report) => string.Join(", ", Enum.GetValues<ClaimVerdict>()
        .Select(verdict => (Verdict: verdict, Count: report.Claims.Count(claim => claim.Verdict == verdict)))
        .Where(static total => total.Count > 0)
        .Select(static total => $"{Numbers.Count(total.Count)} {Verb(total.Verdict, total.Count)}"));

    private static string Extent(AuditReport report) => report.Verified switch
    {
        { } verified when verified.Size == report.Size => $"The whole ledger, {Numbers.Count(report.Size, "event")}, was verified as it is now.",
        { } verified => $"The whole ledger was last verified up to position {Numbers.Count(verified.Size)} of {Numbers.Count(report.Size)}; of newer events only those that the claims read were checked.",
        null => $"Of {Numbers.Count(report.Size, "event")} only those that the claims read were checked: `ledger verify`, or --full, checks all.",
    };

    private static string Verb(ClaimVerdict verdict, int count) => verdict == ClaimVerdict.Holds && count > 1 ? "hold" : Words.Of(verdict);
}
