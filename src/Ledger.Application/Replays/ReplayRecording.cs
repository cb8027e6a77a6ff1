using Ledger.Application.History;
using Ledger.Application.Replays.Planning;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Store.Contract;

namespace Ledger.Application.Replays;

/// <summary>Writes down what a replay found: that all is equal, which segments were, or who is refuted.</summary>
internal sealed class ReplayRecording(ILedgerStore store, DerivationLog log)
{
    /// <summary>Records what was found of a run; of single rounds only what speaks against the record.</summary>
    public async Task<ReplayReport> Write(PlannedRun run, ReplayReport report, Refutation? refutation, EnvironmentReport environment, CancellationToken cancellation)
    {
        if (refutation is { } refuted)
        {
            await log.Refute(refuted.Kind, refuted.Key, refuted.Attempt, refuted.Step, refuted.Recorded, refuted.Found, cancellation);
        }

        if (report.Difference is not null || !run.Target.IsWholeRun)
        {
            return report with { IsRecorded = refutation is not null };
        }

        var metadata = environment.ToBytes();
        await store.AppendAtEnd(StreamNames.Audit(report.Run), [EventCatalogue.ToNew(Event(report, Digest.Of(metadata)), metadata)], cancellation);
        if (report.Sample is null)
        {
            await new ImportConfirmation(store, log).Confirm(report.Run, run.Recorded.Stream, cancellation);
        }

        return report with { IsRecorded = true };
    }

    private static ILedgerEvent Event(ReplayReport report, Digest environment) => report.Sample is { } sample
        ? new ReplaySampled(report.Run, sample.Checked, sample.Total, sample.Draw, report.Steps, environment)
        : new ReplayVerified(report.Run, report.Derivations, report.Steps, report.Result!.Value, environment);
}
