using Ledger.Application.History;
using Ledger.Application.Projections;
using Ledger.Events.Recorded;
using Ledger.Store.Contract;
using Ledger.Tickets.Derivations;

namespace Ledger.Application.Differences;

/// <summary>Learning curves at equal distances, each point the mean of a few steps, so that long trainings are not read whole.</summary>
internal static class CurveReader
{
    private const int Points = 40;
    private const int Window = 8;

    /// <summary>The curves of two rounds; none if neither has trained.</summary>
    public static async Task<IReadOnlyList<CurvePoint>> Read(ILedgerStore ledgerA, TrajectoryUse? a, ILedgerStore ledgerB, TrajectoryUse? b, CancellationToken cancellation)
    {
        var longest = Math.Max(a?.Steps ?? 0, b?.Steps ?? 0);
        var points = new List<CurvePoint>();
        for (var i = 1; i <= Math.Min(Points, longest); i++)
        {
            var step = (int)((long)longest * i / Math.Min(Points, longest));
            points.Add(new CurvePoint(step, await Mean(ledgerA, a, step, longest, cancellation), await Mean(ledgerB, b, step, longest, cancellation)));
        }

        return points;
    }

    private static async Task<TrainedMean?> Mean(ILedgerStore ledger, TrajectoryUse? training, int step, int longest, CancellationToken cancellation)
    {
        if (training is null || step > training.Steps)
        {
            return null;
        }

        var width = Math.Clamp(longest / Points, 1, Window);
        var steps = await ledger.Steps(training.Stream, Math.Max(1, step - width + 1), step, cancellation);
        var batch = await Batch(ledger, training, cancellation);
        return steps.Count == 0 ? null : new TrainedMean(steps.Average(static trained => (double)trained.Loss), steps.Average(trained => (double)trained.Correct / batch));
    }

    private static async Task<int> Batch(ILedgerStore ledger, TrajectoryUse training, CancellationToken cancellation) =>
        Train.Of((await ledger.First<TrainingStarted>(training.Stream, cancellation))!.Derivation).Recipe.Batch;
}
