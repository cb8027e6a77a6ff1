using Ledger.Application.Data;
using Ledger.Application.Experiments;
using Ledger.Application.History;
using Ledger.Cli.Screens;
using Ledger.Events.Specification;

namespace Ledger.Cli.Running;

/// <summary>Tells what large work will take, before it begins.</summary>
public sealed class WorkEstimate(Screen screen, OpenLedger ledger)
{
    private const long ManyBytes = 1_000_000_000;
    private static readonly TimeSpan LongTime = TimeSpan.FromMinutes(10);

    /// <summary>Writes a note if the replicates that are not finished will take more than a gigabyte or ten minutes.</summary>
    public async Task Tell(ExperimentSpecification specification, IReadOnlyList<int> replicates, CancellationToken cancellation)
    {
        var set = DataShelf.Resolve(specification.Data);
        var forecast = WorkForecast.Of(specification, set.TrainCount, set.TestCount);
        var left = await Left(RunIdentity.Experiment(specification), replicates, cancellation);
        if (Text(forecast, left) is { } text)
        {
            screen.Note(text);
        }
    }

    /// <summary>The note, or null if the work is small.</summary>
    public static string? Text(WorkForecast forecast, int replicates) =>
        forecast.Bytes * replicates > ManyBytes || forecast.TimeOf(replicates) > LongTime
            ? $"{Numbers.Count(replicates, "replicate")} to do: about {Numbers.Duration(forecast.TimeOf(replicates))} on one core, {Numbers.Bytes(forecast.Bytes * replicates)} in the ledger"
            : null;

    private async Task<int> Left(Events.Hashing.Digest experiment, IReadOnlyList<int> replicates, CancellationToken cancellation)
    {
        var left = 0;
        foreach (var replicate in replicates)
        {
            left += await RunLog.IsFinished(ledger.Store, RunIdentity.Run(experiment, replicate), cancellation) ? 0 : 1;
        }

        return left;
    }
}
