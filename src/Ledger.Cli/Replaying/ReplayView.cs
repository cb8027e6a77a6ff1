using Ledger.Application.Replays;
using Ledger.Cli.Screens;
using Spectre.Console;

namespace Ledger.Cli.Replaying;

/// <summary>Shows what a replay costs and how far it is: a bar on a terminal, now and then a line elsewhere.</summary>
internal sealed class ReplayView(Session session, string what, ProgressTask? bar) : IReplayWatch
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private long _last = session.Surroundings.Clock.GetTimestamp();

    /// <summary>Does the work while showing its progress.</summary>
    public static async Task<T> Show<T>(Session session, string what, Func<IReplayWatch, Task<T>> work)
    {
        if (!session.Screen.ShowsProgress)
        {
            return await work(new ReplayView(session, what, bar: null));
        }

        return await session.Screen.Side.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = 16 }, new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context => work(new ReplayView(session, what, context.AddTask(what))));
    }

    /// <inheritdoc/>
    public void Begins(ReplayForecast forecast)
    {
        session.Screen.Note($"replaying {what}: {Numbers.Count(forecast.Steps, "training step")} in {Numbers.Count(forecast.Segments, "segment")} and {Numbers.Count(forecast.Derivations, "other derivation")}, {About(forecast.Time)} with {Numbers.Count(forecast.Jobs, "job")}");
        if (forecast.Draw is { } seed)
        {
            session.Screen.Note($"segments are drawn by seed {seed}; --draw {seed} draws them again");
        }
    }

    /// <inheritdoc/>
    public void Settles(int steps) => session.Screen.Note($"something differs; the reference kernels go the same way, {Numbers.Count(steps, "step")}, to settle who is wrong: this may take minutes");

    /// <inheritdoc/>
    public void Report(ReplayProgress value)
    {
        lock (_lock)
        {
            if (bar is not null)
            {
                bar.MaxValue = Math.Max(1, value.OfSteps + value.OfTasks);
                bar.Value = value.Steps + value.Tasks;
                bar.Description = $"{what}: step {Numbers.Count(value.Steps)} of {Numbers.Count(value.OfSteps)}, task {value.Tasks} of {value.OfTasks}";
            }
            else if (session.Surroundings.Clock.GetElapsedTime(_last) >= Pause)
            {
                _last = session.Surroundings.Clock.GetTimestamp();
                session.Screen.Note($"step {Numbers.Count(value.Steps)} of {Numbers.Count(value.OfSteps)}, task {value.Tasks} of {value.OfTasks}");
            }
        }
    }

    private static string About(TimeSpan time) => time < Noticeable ? "less than a second" : $"about {Numbers.Duration(time)}";
}
