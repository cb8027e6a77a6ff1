using Ledger.Application.Experiments;
using Ledger.Events.Specification;
using Spectre.Console;

namespace Ledger.Cli.Running;

/// <summary>Shows how far replicates are: bars on a terminal, now and then a line elsewhere.</summary>
public static class RunProgress
{
    /// <summary>Does the work while showing its progress.</summary>
    public static async Task<T> Show<T>(
        Session session, ExperimentSpecification specification, IReadOnlyList<int> replicates, Func<IProgress<ReplicateProgress>, Task<T>> work)
    {
        if (!session.Screen.ShowsProgress)
        {
            return await work(new ProgressLines(session.Screen, session.Surroundings.Clock, specification));
        }

        return await session.Screen.Side.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = 16 }, new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context => work(new ProgressBars(context, specification, replicates)));
    }

    /// <summary>Steps of the replicate behind this progress.</summary>
    public static long StepsDone(ExperimentSpecification specification, ReplicateProgress progress) =>
        StepForecast.Before(specification, progress.Round) + progress.Training.Step;
}
