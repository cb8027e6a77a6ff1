using System.Globalization;
using System.Text.RegularExpressions;
using Ledger.Application.Addresses;
using Ledger.Application.Failures;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Application.Proving;

/// <summary>Finds the one event that a text names: by address, by stream and version, or by position.</summary>
public sealed partial class EventResolver(ILedgerStore store, AddressResolver addresses)
{
    /// <summary>What may be written.</summary>
    public const string Grammar = $"{Address.Grammar}, STREAM@VERSION or '#POSITION'";

    /// <summary>The event: a run's end, a round's ticket, a step, or what made a state or mask.</summary>
    /// <exception cref="NotFoundException">There is no such event, or not yet.</exception>
    public async Task<NamedEvent> Resolve(string text, CancellationToken cancellation = default)
    {
        if (text.StartsWith('#') && long.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var position))
        {
            return await AtPosition(position, cancellation);
        }

        if (StreamAndVersion().Match(text) is { Success: true } named && long.TryParse(named.Groups["version"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            return await InStream(store, new StreamName(named.Groups["stream"].Value), version, cancellation);
        }

        var found = await addresses.Resolve(text, cancellation);
        return found.Address switch
        {
            { Step: > 0 and var step } => await InStream(found.Store, found.Trajectory.Stream, step + 1, cancellation),
            { Step: 0 } => await Made(found, found.Round.Start, cancellation),
            { Part: AddressPart.Ticket } => await Ticket(found, cancellation),
            { Part: { } part } => await Made(found, found.DigestOf(part), cancellation),
            { Round: not null } => await Ticket(found, cancellation),
            _ => await End(found, cancellation),
        };
    }

    private async Task<NamedEvent> AtPosition(long position, CancellationToken cancellation)
    {
        if (position > 0)
        {
            await foreach (var stored in store.ReadAll(position - 1, null, cancellation))
            {
                return new NamedEvent(store, stored);
            }
        }

        throw new NotFoundException($"{store.Location} has no position {position}: it has 1 to {await store.LastPosition(cancellation)}");
    }

    private static async Task<NamedEvent> InStream(ILedgerStore store, StreamName stream, long version, CancellationToken cancellation) =>
        await store.ReadEvent(stream, version, cancellation) is { } stored
            ? new NamedEvent(store, stored)
            : throw new NotFoundException($"{store.Location} has no version {version} of {stream}: it has {await store.VersionOf(stream, cancellation)}");

    private static async Task<NamedEvent> Made(ResolvedAddress found, Digest output, CancellationToken cancellation)
    {
        var maker = found.Run.Rounds.SelectMany(static round => round.Derivations).FirstOrDefault(link => link.Output == output)
            ?? throw new NotFoundException($"run {found.Id} records no derivation of {output.ToShortString()}");
        return await InStream(found.Store, maker.Stream, 1, cancellation);
    }

    private static Task<NamedEvent> Ticket(ResolvedAddress found, CancellationToken cancellation) => OfRun(
        found, recorded => recorded is TicketDrawn drawn && drawn.Round == found.Round.Round, $"no ticket of round {found.Round.Round}", cancellation);

    private static Task<NamedEvent> End(ResolvedAddress found, CancellationToken cancellation) => OfRun(
        found, static recorded => recorded is RunCompleted, $"not ended: name one of its rounds ({found.Id}/0), or `ledger resume {found.Id}` first", cancellation);

    private static async Task<NamedEvent> OfRun(ResolvedAddress found, Func<ILedgerEvent, bool> isMeant, string missing, CancellationToken cancellation)
    {
        await foreach (var stored in found.Store.ReadStream(found.Run.Stream, 1, cancellation))
        {
            if (isMeant(EventCatalogue.Read(stored)))
            {
                return new NamedEvent(found.Store, stored);
            }
        }

        throw new NotFoundException($"run {found.Id} has {missing}");
    }

    [GeneratedRegex(@"^(?<stream>[a-z]+-[a-z2-7]{32}(\.[0-9]+)?)@(?<version>[0-9]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex StreamAndVersion();
}
