using Ledger.Application.Differences;
using Ledger.Cli.Drawing;
using Ledger.Cli.Screens;

namespace Ledger.Cli.Differences.Pages;

/// <summary>Rounds in tables, and one pair of rounds in full.</summary>
internal static class RoundSection
{
    /// <summary>A line a round; equal rounds say so.</summary>
    public static void WriteTable(Markup page, RunDiff run)
    {
        var split = RoundDiffTable.Split(run);
        page.Table(
            ["round", "a:kept A", "b:kept B", "both", "only A", "only B", "Jaccard", "by chance", $"a:{split} A", $"b:{split} B"],
            run.Rounds.Select(round => (string[])[Name(round), Numbers.Count(round.A.Kept), Numbers.Count(round.B.Kept), .. Overlap(round), Words.Accuracy(RoundDiffTable.Last(round.A, split)), Words.Accuracy(RoundDiffTable.Last(round.B, split))]));
    }

    /// <summary>One pair of rounds: masks, weights, curves.</summary>
    public static void Write(Markup page, RunDiff run, RoundDiff round, bool hasPixels)
    {
        page.Text("summary", $"Round {Name(round)} by layer");
        page.Text("h3", "Masks").Table(
            ["layer", "a:A keeps", "b:B keeps", "both", "only A", "only B", "Jaccard", "both by chance", "Jaccard by chance"],
            round.Layers.Select(static layer => (string[])[layer.Layer, Density(layer.KeptA, layer.TotalA), Density(layer.KeptB, layer.TotalB), .. Overlap(layer.Overlap)]));
        if (hasPixels && run.Pixels is { } pixels)
        {
            PixelPictures.Write(page, pixels);
        }

        WriteState(page, "Weights that both keep, trained", round.End, run.NotStored);
        WriteState(page, "Weights that both keep, at the start", round.Start, run.NotStored);
        WriteEvaluations(page, round);
        WriteCurves(page, round);
    }

    private static void WriteState(Markup page, string title, StateDiff? state, IReadOnlyList<MissingStates> missing)
    {
        page.Text("h3", title);
        if (state is null)
        {
            page.Text("p", missing.Count > 0 ? "Not stored, so not compared; ledger diff --rebuild makes the states again." : "Not comparable.", ("class", "soft"));
        }
        else if (state.IsSame || state.Tensors.Count == 0)
        {
            page.Text("p", "The same bits, every one of them.");
        }
        else
        {
            page.Table(
                ["tensor", "shared", "equal bits", "same sign", "cosine", "distance (L2)", "a:norm A", "b:norm B"],
                state.Tensors.Select(static tensor => Row(tensor.Tensor, tensor.Distance))
                    .Concat(state.EqualTensors.Select(static tensor => new[] { tensor, "", "all" }))
                    .Append(Row("all", state.All!)));
            page.Element("figure", figure => figure.Add(Ulps(state.All!).Element()));
        }
    }

    private static Svg Ulps(WeightDistance distance) => BarChart.Draw(
        "Representable numbers between A and B (ulps)",
        "2ᵏ: at least 2ᵏ, below 2ᵏ⁺¹",
        [.. distance.Ulps.Index().Select(bin => (
            bin.Index switch { 0 => "0", 1 => "1", _ => $"2{Raised(bin.Index - 1)}" },
            (double)bin.Item / distance.Shared,
            $"{UlpHistogram.NameOf(bin.Index)} ulps: {Numbers.Count(bin.Item, "weight")}"))]);

    private static void WriteEvaluations(Markup page, RoundDiff round) => page.Text("h3", "Evaluations").Table(
        ["samples", "step", "a:accuracy A", "b:accuracy B", "a:loss A", "b:loss B"],
        round.Evaluations.Select(static evaluation => (string[])
        [
            evaluation.Split, Numbers.Count(evaluation.Step), Words.Accuracy(evaluation.A), Words.Accuracy(evaluation.B), evaluation.A?.Loss?.ToString("R") ?? Cells.None, evaluation.B?.Loss?.ToString("R") ?? Cells.None,
        ]));

    private static void WriteCurves(Markup page, RoundDiff round)
    {
        if (round.Curve.Count == 0)
        {
            return;
        }

        page.Text("h3", "Training").Element(
            "div",
            figures => figures
                .Element("figure", figure => figure.Add(Curve("Loss of the batches", round, static mean => mean.Loss, Numbers.Real).Element()))
                .Element("figure", figure => figure.Add(Curve("Accuracy on the batches", round, static mean => mean.Accuracy, Numbers.Percent).Element())),
            ("class", "figures"));
        page.Text("p", "Each point is the mean of the steps since the last one, in long trainings of the last four.", ("class", "soft"));
    }

    private static Svg Curve(string title, RoundDiff round, Func<TrainedMean, double> value, Func<double, string> format) => new LineChart(title, "step", format).Draw(
        [
            new ChartLine("A", "a", [.. round.Curve.Where(static point => point.A is not null).Select(point => ((double)point.Step, value(point.A!)))]),
            new ChartLine("B", "b", [.. round.Curve.Where(static point => point.B is not null).Select(point => ((double)point.Step, value(point.B!)))]),
        ],
        hasDots: false);

    private static string Name(RoundDiff round) => $"{round.A.Round}{(round.A.Round == round.B.Round ? "" : $" of A, {round.B.Round} of B")}";

    private static string[] Overlap(RoundDiff round) => round.IsEqual ? ["equal", "", "", "", ""] : [.. Overlap(round.Masks).Where(static (_, i) => i != 4)];

    private static string[] Overlap(MaskOverlap? overlap) => overlap is null
        ? [.. Enumerable.Repeat(Cells.None, 6)]
        : [Numbers.Count(overlap.InBoth), Numbers.Count(overlap.OnlyInA), Numbers.Count(overlap.OnlyInB), Numbers.Percent(overlap.Jaccard), Numbers.Count((long)Math.Round(overlap.ChanceInBoth)), Numbers.Percent(overlap.ChanceJaccard)];

    private static string[] Row(string name, WeightDistance distance) =>
    [
        name, Numbers.Count(distance.Shared), Share(distance.EqualBits, distance.Shared), Share(distance.SameSign, distance.Shared),
        distance.Cosine is { } cosine ? Numbers.Real(cosine) : Cells.None, Numbers.Real(distance.L2), Numbers.Real(distance.NormA), Numbers.Real(distance.NormB),
    ];

    private static string Raised(int exponent) => string.Concat($"{exponent}".Select(static digit => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0']));

    private static string Density(int kept, int total) => total == 0 ? Cells.None : Numbers.Density((double)kept / total);

    private static string Share(long part, long whole) => whole == 0 ? Cells.None : Numbers.Percent((double)part / whole);
}
