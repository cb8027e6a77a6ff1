using Ledger.Application.Differences;
using Ledger.Cli.Drawing;
using Ledger.Cli.Screens;

namespace Ledger.Cli.Differences.Pages;

/// <summary>A comparison as one page for a reviewer.</summary>
internal static class DiffPage
{
    /// <summary>The file.</summary>
    public static string Of(LineageDiff diff) => Page.Of($"{diff.A} against {diff.B}", page =>
    {
        page.Text("h1", $"{diff.A} against {diff.B}");
        page.Element("p", legend => legend
            .Text("span", "", ("class", "key a")).Text("span", $"A, {diff.A}")
            .Text("span", "", ("class", "key b")).Text("span", $"B, {diff.B}")
            .Text("span", "", ("class", "key both")).Text("span", "both"));
        foreach (var run in diff.Runs)
        {
            if (diff.Runs.Count > 1)
            {
                page.Text("h2", $"replicate {run.A.Replicate}");
            }

            Write(page, run);
        }

        WriteAlone(page, diff);
        page.Text("p", "Numbers of this comparison are reports and part of no digest: sums are taken in binary64, in ascending order of weights. ledger diff makes this page again.", ("class", "soft"));
    });

    private static void Write(Markup page, RunDiff run)
    {
        WriteReason(page, run);
        if (run.Difference is not null)
        {
            page.Text("h2", "Lineages side by side").Element("div", box => box.Add(LineagePicture.Of(run).Element()), ("class", "wide"));
        }

        if (run.Rounds.Count > 0)
        {
            page.Text("h2", "Rounds").Element("div", figures => RoundPictures.Write(figures, run), ("class", "figures"));
            RoundSection.WriteTable(page, run);
        }

        foreach (var round in run.Rounds.Where(static round => !round.IsEqual).Reverse().Index())
        {
            page.Element(
                "details",
                details => RoundSection.Write(details, run, round.Item, hasPixels: round.Index == 0 && round.Item == run.Rounds[^1]),
                ("open", round.Index == 0 ? "open" : null));
        }

        page.Text("h2", "Cost and environment");
        SideSection.Write(page, run);
    }

    private static void WriteReason(Markup page, RunDiff run) => page.Element(
        "div",
        card =>
        {
            if (run.Difference is not { } difference)
            {
                card.Text("strong", ReasonText.Lines(run)[0]);
                return;
            }

            card.Text("strong", ReasonText.Headline(difference));
            if (difference.Parameters.Count > 0)
            {
                card.Table(["parameter", "a:A", "b:B"], difference.Parameters.Select(static parameter => new[] { parameter.What, parameter.A, parameter.B }));
            }

            if (difference.Cause == DifferenceCause.Bits)
            {
                foreach (var line in ReasonText.Records(difference))
                {
                    card.Text("p", line.Trim());
                }
            }

            foreach (var line in ReasonText.Consequences(run))
            {
                card.Text("p", line);
            }

            if (run.Further.Count > 0)
            {
                card.Text("p", "Asked for otherwise too:").Table(["parameter", "a:A", "b:B"], run.Further.Select(static parameter => new[] { parameter.What, parameter.A, parameter.B }));
            }
        },
        ("class", run.Difference?.Cause switch { null => "card same", DifferenceCause.Bits => "card wrong", _ => "card asked" }));

    private static void WriteAlone(Markup page, LineageDiff diff)
    {
        foreach (var (side, replicates) in new[] { ("A", diff.OnlyInA), ("B", diff.OnlyInB) })
        {
            if (replicates.Count > 0)
            {
                page.Text("p", $"Only {side} has {Numbers.Count(replicates.Count, "replicate")} {string.Join(", ", replicates)}.");
            }
        }
    }
}
