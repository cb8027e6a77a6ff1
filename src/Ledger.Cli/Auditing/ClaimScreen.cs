using Ledger.Application.Addresses;
using Ledger.Application.Claims.Registering;
using Ledger.Cli.Screens;
using Ledger.Events.Claims;
using Spectre.Console;

namespace Ledger.Cli.Auditing;

/// <summary>Shows registered claims.</summary>
internal static class ClaimScreen
{
    /// <summary>What a registration did.</summary>
    public static void WriteRegistered(Screen screen, IReadOnlyList<RegisteredClaim> claims)
    {
        foreach (var claim in claims)
        {
            screen.Line($"{claim.Statement.Name}  {claim.Claim}  at position {Numbers.Count(claim.Position)}");
        }

        screen.Note("Next: ledger seal -o FILE, and give the file away: then nobody can say that the claims came later.");
    }

    /// <summary>All of them, a row each.</summary>
    public static void WriteList(Screen screen, IReadOnlyList<RegisteredClaim> claims)
    {
        if (claims.Count == 0)
        {
            screen.Line("No claims yet: ledger claim register FILE registers some.");
            return;
        }

        var table = new Table().Border(TableBorder.Simple)
            .AddColumn(Cells.Left("claim")).AddColumn(Cells.Left("digest")).AddColumn(Cells.Left("of")).AddColumn(Cells.Right("position")).AddColumn(Cells.Left("sealed")).AddColumn(Cells.Left("last audit"));
        foreach (var claim in claims)
        {
            table.AddRow(Cells.Row(
                claim.Statement.Name, claim.Claim.ToShortString(), claim.Statement.Of, Numbers.Count(claim.Position), claim.Sealed is { } seal ? Numbers.Count(seal) : "no", claim.Audits.Count > 0 ? Words.Of(claim.Audits[^1].Verdict) : Cells.None));
        }

        screen.Show(table);
    }

    /// <summary>One of them, whole.</summary>
    public static void Write(Screen screen, RegisteredClaim claim)
    {
        var statement = claim.Statement;
        screen.Line($"claim       {statement.Name}");
        screen.Line($"digest      {claim.Claim}");
        screen.Line($"says        {statement.Text.ReplaceLineEndings(" ").Trim()}");
        screen.Line($"of          {statement.Of}{(statement.Replicates is { } count ? $", {Numbers.Count(count, "replicate")}" : "")}");
        screen.Line($"level       {Words.Of(statement.Level)}");
        foreach (var (kind, settings) in statement.Assertions)
        {
            screen.Line($"asserts     {kind}: {string.Join(", ", settings.Select(static setting => $"{setting.Key}: {setting.Value}"))}");
        }

        screen.Line($"registered  at position {Numbers.Count(claim.Position)}, {(claim.Sealed is { } seal ? $"first sealed at position {Numbers.Count(seal)}" : "not sealed yet: ledger seal -o FILE")}");
        foreach (var drawn in claim.Seeds)
        {
            screen.Line($"seed        {drawn.Seed} of experiment {ShortId.Of(drawn.Experiment)}");
        }

        foreach (var audit in claim.Audits)
        {
            screen.Line($"audit       {Words.Of(audit.Verdict)} at {Words.Of(audit.Level)}, of {Numbers.Count(audit.Size, "event")}");
        }
    }
}
