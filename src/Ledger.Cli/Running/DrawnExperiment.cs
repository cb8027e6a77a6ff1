using Ledger.Application.Claims.Registering;
using Ledger.Application.Specifications;

namespace Ledger.Cli.Running;

/// <summary>An experiment with the seed that it would be run with, for verbs that record nothing.</summary>
internal static class DrawnExperiment
{
    /// <summary>The experiment itself unless its seed is still to be drawn from a claim; then the ledger is asked.</summary>
    public static async Task<LoadedExperiment> Of(Session session, LoadedExperiment experiment, CancellationToken cancellation)
    {
        if (experiment.SeedClaim is null)
        {
            return experiment;
        }

        using var ledger = session.Open();
        return await ledger.Send(new DrawSeed(experiment, Records: false), cancellation);
    }
}
