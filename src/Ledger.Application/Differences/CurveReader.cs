using Ledger.Application.History;
using Ledger.Application.Projections;
using Ledger.Events.Recorded;
using Ledger.Store.Contract;
using Ledger.Tickets.Derivations;

namespace Ledger.Application.Differences;

/// <summary>Learning curves at equal distances: a point is the mean of the steps since the last one, of long trainings that of its last few, which alone are read.</summary>
internal static class CurveReader
{
    private const int Points = 40;
    private const int LongestWhole = 2048;
    private const int Window = 4;

    /// <summary>The curves of two rounds; none if neither has trained.</summary>
    public static async Task<IReadOnlyList<CurvePoint>> Read(ILedgerStore ledgerA, TrajectoryUse? a, ILedgerStore ledgerB, TrajectoryUse? b, CancellationToken cancellation)
    {
        var longest = Math.Max(a?.Steps ?? 0, b?.Steps ?? 0);
        var count = Math.Min(Points, longest);
        int[] ends = [.. Enumerable.Range(1, count).Select(i => (int)((long)longest * i / count))];
        var one = await Curve(ledgerA, a, ends, longest, cancellation);
        var other = ReferenceEquals(ledgerA, ledgerB) && a == b ? one : await Curve(ledgerB, b, ends, longest, cancellation);
        return [.. ends.Select(end => new CurvePoint(end, one.GetValueOrDefault(end), other.GetValueOrDefault(end)))];
    }

    private static async Task<Dictionary<int, TrainedMean>> Curve(ILedgerStore ledger, TrajectoryUse? training, int[] ends, int longest, CancellationToken cancellation)
    {
        var means = new Dictionary<int, TrainedMean>();
        if (training is null)
        {
            return means;
        }

        var batch = Train.Of((await ledger.First<TrainingStarted>(training.Stream, cancellation))!.Derivation).Recipe.Batch;
        var first = 1;
        var whole = longest <= LongestWhole ? await ledger.Steps(training.Stream, 1, training.Steps, cancellation) : null;
        foreach (var end in ends.Where(end => end <= training.Steps))
        {
            var steps = whole?.Skip(first - 1).Take(end - first + 1).ToList() ?? await Last(ledger, training, end, cancellation);
            if (steps.Count > 0)
            {
                means[end] = new TrainedMean(steps.Average(static step => (double)step.Loss), steps.Average(step => (double)step.Correct / batch));
            }

            first = end + 1;
        }

        return means;
    }

    private static async Task<List<StepTrained>> Last(ILedgerStore ledger, TrajectoryUse training, int end, CancellationToken cancellation)
    {
        var steps = new List<StepTrained>(Window);
        for (var step = end - Window + 1; step <= end; step++)
        {
            if (await ledger.ReadEvent(training.Stream, step + 1, cancellation) is { } stored && EventCatalogue.Read(stored) is StepTrained trained)
            {
                steps.Add(trained);
            }
        }

        return steps;
    }
}
