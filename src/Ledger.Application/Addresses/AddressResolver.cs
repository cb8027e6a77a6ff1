using Ledger.Application.Failures;
using Ledger.Application.History;
using Ledger.Application.Projections;
using Ledger.Events.Recorded;
using Ledger.Store.Contract;

namespace Ledger.Application.Addresses;

/// <summary>Finds what an address names, by streams and indices: never by reading through training steps.</summary>
public sealed class AddressResolver(ILedgerStore store, OtherLedgers others)
{
    /// <summary>The ledger that an address speaks of.</summary>
    /// <exception cref="LedgerNotFoundException">It names a file that is not there.</exception>
    public ILedgerStore LedgerOf(Address address) => address.File is { } file ? others.Open(file) : store;

    /// <summary>What a text names.</summary>
    /// <exception cref="MalformedAddressException">The text is no address.</exception>
    /// <exception cref="AmbiguousAddressException">It names several runs.</exception>
    /// <exception cref="NotFoundException">The ledger has no such run, round or step.</exception>
    public Task<ResolvedAddress> Resolve(string text, CancellationToken cancellation = default) => Resolve(Address.Parse(text), cancellation);

    /// <summary>What an address names.</summary>
    /// <exception cref="AmbiguousAddressException">It names several runs.</exception>
    /// <exception cref="NotFoundException">The ledger has no such run, round or step.</exception>
    public async Task<ResolvedAddress> Resolve(Address address, CancellationToken cancellation = default)
    {
        var ledger = LedgerOf(address);
        return await Resolve(address, ledger, (await RunDirectory.Read(ledger, cancellation)).Find(address.Run), cancellation);
    }

    /// <summary>What a text names that must be a run, a round, or an experiment, whose runs are all taken.</summary>
    /// <exception cref="MalformedAddressException">The text is no address, or names an object of a round.</exception>
    public async Task<IReadOnlyList<ResolvedAddress>> ResolveReplicates(string text, CancellationToken cancellation = default)
    {
        var address = Address.ParseRound(text);
        var ledger = LedgerOf(address);
        var found = new List<ResolvedAddress>();
        foreach (var known in (await RunDirectory.Read(ledger, cancellation)).FindReplicates(address.Run))
        {
            found.Add(await Resolve(address, ledger, known, cancellation));
        }

        return found;
    }

    private static async Task<ResolvedAddress> Resolve(Address address, ILedgerStore ledger, KnownRun known, CancellationToken cancellation)
    {
        var run = await ledger.ReadLineage(known.Run, cancellation) ?? throw new NotFoundException($"run {known} has not begun yet: `ledger ls` tells whether somebody has it");
        var declared = await ledger.First<ExperimentDeclared>(StreamNames.Experiment(run.Experiment), cancellation)
            ?? throw new EvidenceMissingException($"{ledger.Location}: the specification of run {ShortId.Of(known.Run)} is not in this ledger");
        var resolved = new ResolvedAddress(address, ledger, known.Name, declared.Specification, run, Round(address, run));
        CheckStep(resolved);
        return resolved;
    }

    /// <summary>What texts name that must be runs or rounds.</summary>
    /// <exception cref="MalformedAddressException">A text is no address, or names an object of a round.</exception>
    public async Task<IReadOnlyList<ResolvedAddress>> ResolveRounds(IReadOnlyList<string> texts, CancellationToken cancellation = default)
    {
        var found = new List<ResolvedAddress>(texts.Count);
        foreach (var address in texts.Select(Address.ParseRound))
        {
            found.Add(await Resolve(address, cancellation));
        }

        return found;
    }

    private static RoundLineage? Round(Address address, RunLineage run)
    {
        if (address.Round is not { } round)
        {
            return run.Rounds.Count > 0 ? run.Rounds[^1] : null;
        }

        return run.Rounds.FirstOrDefault(lineage => lineage.Round == round)
            ?? throw new NotFoundException($"run {ShortId.Of(run.Run)} has no round {round}: {(run.Rounds.Count > 0 ? $"it has rounds 0 to {run.Rounds[^1].Round}" : "it has none yet")}");
    }

    private static void CheckStep(ResolvedAddress resolved)
    {
        if (resolved.Step is > 0 and var step && step > resolved.Trajectory.Steps)
        {
            throw new NotFoundException($"round {resolved.Round.Round} of run {resolved.Id} has no step {step}: it has steps 0 to {resolved.Trajectory.Steps}, counted from the start of the round's training");
        }
    }
}
