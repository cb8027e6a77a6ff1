using Spectre.Console;

namespace Ledger.Cli.Screens;

/// <summary>One progress bar on stderr, on a terminal only.</summary>
internal static class ShareBar
{
    /// <summary>Does work that tells the share done, 0 to 1.</summary>
    public static Task<T> Show<T>(Screen screen, string title, Func<IProgress<double>?, Task<T>> work) => screen.ShowsProgress
        ? screen.Side.Progress().AutoClear(true).StartAsync(context =>
        {
            var task = context.AddTask(title, maxValue: 1);
            return work(new Progress<double>(share => task.Value = share));
        })
        : work(null);
}
