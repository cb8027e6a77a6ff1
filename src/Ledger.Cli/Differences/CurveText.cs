using Ledger.Application.Differences;
using Ledger.Application.Projections;
using Ledger.Cli.Screens;

namespace Ledger.Cli.Differences;

/// <summary>Evaluations and learning curves of two rounds side by side.</summary>
internal static class CurveText
{
    private const string Levels = "▁▂▃▄▅▆▇█";

    /// <summary>The lines; equal evaluations are folded.</summary>
    public static IEnumerable<string> Lines(RoundDiff round)
    {
        foreach (var evaluation in round.Evaluations.Where(static evaluation => !evaluation.IsEqual))
        {
            yield return $"{evaluation.Split} @{evaluation.Step}  A {Text(evaluation.A)}  B {Text(evaluation.B)}";
        }

        if (round.Evaluations.Count(static evaluation => evaluation.IsEqual) is > 0 and var equal)
        {
            yield return $"{Numbers.Count(equal, "evaluation")} equal";
        }

        if (round.Curve.Any(static point => point.A != point.B))
        {
            var losses = round.Curve.SelectMany(static point => new[] { point.A?.Loss, point.B?.Loss }).OfType<double>().ToList();
            var (least, most) = (losses.Min(), losses.Max());
            yield return $"training loss  A {Spark(round.Curve.Select(static point => point.A?.Loss), least, most)}";
            yield return $"               B {Spark(round.Curve.Select(static point => point.B?.Loss), least, most)}";
            yield return $"               from {Numbers.Real(least)} to {Numbers.Real(most)} over {Numbers.Count(round.Curve[^1].Step, "step")}";
        }
    }

    private static string Text(EvaluationUse? evaluation) =>
        evaluation is null ? Cells.None : $"{Words.Accuracy(evaluation)}, loss {(evaluation.Loss is { } loss ? Numbers.Real(loss) : "not finite")}";

    private static string Spark(IEnumerable<double?> losses, double least, double most) =>
        string.Concat(losses.Select(loss => loss is { } value ? Levels[most > least ? (int)((value - least) / (most - least) * (Levels.Length - 1)) : 0] : ' ')).TrimEnd();
}
