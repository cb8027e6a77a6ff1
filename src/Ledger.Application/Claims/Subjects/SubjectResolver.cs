using System.Globalization;
using Ledger.Application.Addresses;
using Ledger.Application.Failures;
using Ledger.Application.History;
using Ledger.Application.Projections;
using Ledger.Events.Derivations;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Specification;

namespace Ledger.Application.Claims.Subjects;

/// <summary>Finds the runs that addresses of claims name; each run is read once.</summary>
internal sealed class SubjectResolver(AuditedLedgers ledgers)
{
    private readonly Dictionary<(string? File, Digest Run), AuditedRun?> _runs = [];

    /// <summary>What an address names.</summary>
    /// <param name="address">Of a run or a round, or of an experiment.</param>
    /// <param name="replicates">How many replicates of an experiment; null for a run.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<ClaimSubject> Resolve(Address address, int? replicates, CancellationToken cancellation)
    {
        var ledger = await ledgers.Of(address.File, cancellation);
        try
        {
            return replicates is { } count ? await Experiment(ledger, address, count, cancellation) : await One(ledger, address, cancellation);
        }
        catch (Exception exception) when (exception is NotFoundException or AmbiguousAddressException)
        {
            return new ClaimSubject(address, [ReplicateSlot.Missing(exception.Message, "ledger run SPEC")], Further: 0);
        }
    }

    private async Task<ClaimSubject> One(AuditedLedger ledger, Address address, CancellationToken cancellation)
    {
        var known = ledger.Directory.Find(address.Run);
        var run = await Run(ledger, known.Run, known.Name, known.Replicate, cancellation);
        return new ClaimSubject(address, [run is null ? ReplicateSlot.Missing($"run {known} has not begun", $"ledger resume {ShortId.Of(known.Run)}") : ReplicateSlot.Of(run)], Further: 0);
    }

    private async Task<ClaimSubject> Experiment(AuditedLedger ledger, Address address, int count, CancellationToken cancellation)
    {
        var experiment = await ExperimentLookup.Find(ledger, address.Run, cancellation);
        var slots = new List<ReplicateSlot>(count);
        for (var replicate = 0; replicate < count; replicate++)
        {
            slots.Add(Slot(address.Run, replicate, await Run(ledger, RunIdentity.Run(experiment, replicate), address.Run, replicate, cancellation)));
        }

        return new ClaimSubject(address, slots, ledger.Directory.Runs.Count(run => run.Replicate >= count && run.Run == RunIdentity.Run(experiment, run.Replicate)));
    }

    private static ReplicateSlot Slot(string name, int replicate, AuditedRun? run) => run switch
    {
        null => ReplicateSlot.Missing($"replicate {replicate} of {name} is missing", string.Create(CultureInfo.InvariantCulture, $"ledger run SPEC --replicates {replicate}")),
        { Diverged: { } diverged } => ReplicateSlot.Missing($"replicate {replicate} of {name} diverged in round {diverged.Round}, at step {diverged.Step}"),
        _ => ReplicateSlot.Of(run),
    };

    private async Task<AuditedRun?> Run(AuditedLedger ledger, Digest digest, string? name, int replicate, CancellationToken cancellation)
    {
        if (!_runs.TryGetValue((ledger.File, digest), out var run))
        {
            run = await ledger.Events.ReadLineage(digest, cancellation) is { } lineage ? await Run(ledger, lineage, name, cancellation) : null;
            _runs.Add((ledger.File, digest), run);
        }

        return run is null || name is null ? run : run with { Label = Label(ledger, $"{name}.{replicate}") };
    }

    private static async Task<AuditedRun> Run(AuditedLedger ledger, RunLineage lineage, string? name, CancellationToken cancellation)
    {
        var events = ledger.Events;
        var declared = await events.First<ExperimentDeclared>(StreamNames.Experiment(lineage.Experiment), cancellation)
            ?? throw new NotFoundException($"{events.Store.Location}: the specification of run {ShortId.Of(lineage.Run)} is not in this ledger");
        var last = await events.ReadEvent(lineage.Stream, await events.VersionOf(lineage.Stream, cancellation), cancellation);
        return new AuditedRun(
            Label(ledger, name is null ? ShortId.Of(lineage.Run) : $"{name}.{lineage.Replicate}"),
            declared.Specification,
            lineage,
            last is null ? null : EventCatalogue.Read(last) as RunDiverged,
            events,
            ledger.File is null,
            (await new DerivationLog(events).StandingOf(new DerivationKey(lineage.Run), cancellation)).IsUnconfirmed(lineage.Stream.Number),
            await Refuted(events, lineage, cancellation));
    }

    /// <summary>The first derivation of a run that was refuted since: nothing is answered from it any more.</summary>
    private static async Task<string?> Refuted(CheckedEvents events, RunLineage lineage, CancellationToken cancellation)
    {
        var log = new DerivationLog(events);
        foreach (var round in lineage.Rounds)
        {
            foreach (var link in round.Derivations)
            {
                if ((await log.StandingOf(link.Key, cancellation)).IsRefuted(link.Attempt, link.Step))
                {
                    return $"{link.Kind} of round {round.Round} was refuted by a replay ({link.Stream})";
                }
            }
        }

        return null;
    }

    private static string Label(AuditedLedger ledger, string label) => ledger.File is { } file ? $"{file}#{label}" : label;
}
