using Ledger.Application.Bundles;

namespace Ledger.Cli.Screens;

/// <summary>What a bundle says of itself, in words.</summary>
internal static class BundleText
{
    /// <summary>How many runs were begun where it comes from.</summary>
    public static string Started(StartedRuns runs) =>
        $"{Numbers.Count(runs.Started, "run")} begun in the source ledger, {Numbers.Count(runs.Missing)} of them not in here"
        + string.Concat(runs.Experiments.Select(static experiment => $"; of experiment {Ledger.Application.Addresses.ShortId.Of(experiment.Experiment)} {Numbers.Count(experiment.Started)} begun, {Numbers.Count(experiment.Missing)} not in here"));

    /// <summary>Who sealed it.</summary>
    public static string Sealed(BundleManifest manifest) =>
        manifest.Key is { } key ? $"sealed by {key}: compare this fingerprint with one that you have from elsewhere" : "not sealed";
}
