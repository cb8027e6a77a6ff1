using System.CommandLine;
using Ledger.Application.Addresses;
using Ledger.Application.Data;
using Ledger.Application.Replays;
using Ledger.Cli.Data;
using Ledger.Cli.Running;
using Ledger.Cli.Screens;
using Ledger.Store.Contract;
using Ledger.Store.Sqlite;

namespace Ledger.Cli.Verbs;

/// <summary><c>ledger replay RUN…</c>.</summary>
public sealed class ReplayVerb : IVerb
{
    /// <inheritdoc/>
    public Command Build(Session session)
    {
        var addresses = AddressArgument.Rounds();
        var verb = new Verb(
            "replay",
            "Compute runs again from their seed and compare every step, count and digest with the record",
            "ledger replay quick",
            "ledger replay quick fashion-lenet-imp.0 --json")
        {
            addresses,
        };
        verb.SetAction((parse, cancellation) => Replay(session, parse.GetRequiredValue(addresses), cancellation));
        return verb.Answering(typeof(ReplayReport), typeof(IReadOnlyList<ReplayReport>));
    }

    private static async Task<int> Replay(Session session, IReadOnlyList<string> addresses, CancellationToken cancellation)
    {
        using var ledger = session.OpenToCompute();
        var runs = new List<ResolvedAddress>();
        foreach (var text in addresses)
        {
            var resolved = await ledger.Get<AddressResolver>().Resolve(Address.ParseRound(text), cancellation);
            runs.Add(resolved.Address is { File: null, Round: null }
                ? resolved
                : throw new UsageException($"{text}: a replay compares whole runs and records what it found; name a run, and its ledger with --store"));
        }

        var reports = new List<ReplayReport>();
        foreach (var run in runs)
        {
            reports.Add(await Replay(session, ledger, run, cancellation));
        }

        session.Screen.Answer(reports.Count == 1 ? reports[0] : reports, () => Write(session.Screen, runs, reports));
        return reports.Select(CodeOf).FirstOrDefault(static code => code != ExitCodes.Done);
    }

    private static async Task<ReplayReport> Replay(Session session, OpenLedger ledger, ResolvedAddress run, CancellationToken cancellation)
    {
        await new DataPreparation(session).Ensure(DataShelf.Resolve(run.Specification.Data), isAgreed: false, cancellation);
        session.Screen.Note($"replaying {run.Id}: {Numbers.Count(run.Run.Rounds.Sum(static round => (long)(round.Trajectory?.Steps ?? 0)), "training step")} to compute again");
        return await RunProgress.Show(
            session, run.Specification, [run.Run.Replicate], progress => ledger.Send(new ReplayRun(run.Run.Run, progress), cancellation));
    }

    private static void Write(Screen screen, IReadOnlyList<ResolvedAddress> runs, IReadOnlyList<ReplayReport> reports)
    {
        foreach (var (run, report) in runs.Zip(reports))
        {
            screen.Line(report.Difference is { } difference ? Text(run, difference) : Text(run, report));
        }
    }

    private static string Text(ResolvedAddress run, ReplayReport report) =>
        $"{run.Id}: equal — {Numbers.Count(report.Steps, "step")} and {Numbers.Count(report.Derivations, "derivation")}, every one of them{(report.IsComplete ? "" : " (the run has not ended yet)")}{Environment.NewLine}  result {report.Result}";

    private static string Text(ResolvedAddress run, ReplayDifference difference) => string.Join(
        Environment.NewLine,
        $"{run.Id}: {Headline(difference)}",
        $"  where     {difference.Place}",
        $"  recorded  {difference.Recorded}",
        $"  computed  {difference.Found}");

    private static string Headline(ReplayDifference difference)
    {
        var step = difference.Step is { } number ? $", step {number}" : "";
        return difference.Verdict == ReplayVerdict.Tampered
            ? $"tampered — round {difference.Round}, {difference.What}{step} was altered after it was written"
            : $"refuted — round {difference.Round}, {difference.What}{step}: the reference kernels contradict the record, nothing is answered from it any more; ledger run computes it anew";
    }

    private static int CodeOf(ReplayReport report) => report.Difference?.Verdict switch
    {
        null => ExitCodes.Done,
        ReplayVerdict.Tampered => ExitCodes.Corrupt,
        _ => ExitCodes.Differs,
    };
}
