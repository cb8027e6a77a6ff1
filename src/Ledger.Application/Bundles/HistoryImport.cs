using Ledger.Application.History;
using Ledger.Events.Derivations;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Application.Bundles;

/// <summary>
/// Takes histories into a ledger: confirms the equal one there is, goes on where ours ends, or begins a further one beside those that
/// it contradicts. Where a history came from is recorded before the history itself.
/// </summary>
internal sealed class HistoryImport(ILedgerStore store, DerivationLog log, Digest source, bool isTrusted)
{
    private const int Largest = 4096;

    private readonly List<ImportContradiction> _contradictions = [];

    /// <summary>Events appended.</summary>
    public long Events { get; private set; }

    /// <summary>Histories taken in.</summary>
    public int Histories { get; private set; }

    /// <summary>Histories that were here, equal.</summary>
    public int Equal { get; private set; }

    /// <summary>Where histories contradict ours.</summary>
    public IReadOnlyList<ImportContradiction> Contradictions => _contradictions;

    /// <summary>Takes in one history; its number here.</summary>
    /// <param name="kind">The derivation's kind, or <c>run</c>.</param>
    /// <param name="key">The derivation's key, or the run's digest.</param>
    /// <param name="name">The stream of each number.</param>
    /// <param name="events">The whole history, with references as they are here.</param>
    /// <param name="cancellation">Stops between appends; another import goes on.</param>
    public async Task<int> Take(string kind, DerivationKey key, Func<int, StreamName> name, IReadOnlyList<NewEvent> events, CancellationToken cancellation)
    {
        var standing = await log.StandingOf(key, cancellation);
        ImportContradiction? contradiction = null;
        for (var number = 1; ; number++)
        {
            var (equal, differing) = await Compare(name(number), events, cancellation);
            if (differing is null)
            {
                await Take(standing, new HistoryImported(kind, key, number, source, isTrusted), contradiction, name(number), events, equal, cancellation);
                return number;
            }

            if (!standing.IsRefuted(number))
            {
                contradiction ??= new ImportContradiction(kind, key, name(number), equal + 1, Digest.Of(differing.Body.Span), equal < events.Count ? Digest.Of(events[equal].Body.Span) : default);
            }
        }
    }

    /// <summary>Appends what a stream that only grows does not have yet.</summary>
    public async Task Append(StreamName stream, IReadOnlyList<NewEvent> events, int there, CancellationToken cancellation)
    {
        for (var from = there; from < events.Count; from += Largest)
        {
            var batch = events.Skip(from).Take(Largest).ToArray();
            if (await store.Append(stream, from, batch, cancellation) is AppendResult.Conflict conflict)
            {
                throw new Failures.LedgerConflictException($"{store.Location}: {stream} was written to during the import, and differs from version {conflict.Version} on; import again");
            }

            Events += batch.Length;
        }
    }

    /// <summary>Appends what was found out about a derivation.</summary>
    public Task Note(DerivationKey key, IReadOnlyList<ILedgerEvent> found, CancellationToken cancellation) =>
        AppendAtEnd(StreamNames.Audit(key), [.. found.Select(static recorded => EventCatalogue.ToNew(recorded))], cancellation);

    /// <summary>Appends to a stream that many may write to.</summary>
    public async Task AppendAtEnd(StreamName stream, IReadOnlyList<NewEvent> events, CancellationToken cancellation)
    {
        if (events.Count > 0)
        {
            await store.AppendAtEnd(stream, events, cancellation);
            Events += events.Count;
        }
    }

    /// <summary>How many events a stream and a history begin with alike, and the first one there that differs, or null.</summary>
    public async Task<(int Equal, StoredEvent? Differing)> Compare(StreamName stream, IReadOnlyList<NewEvent> events, CancellationToken cancellation)
    {
        var equal = 0;
        await foreach (var stored in store.ReadStream(stream, 1, cancellation))
        {
            if (equal == events.Count)
            {
                break;
            }

            if (stored.Alias != events[equal].Alias || !stored.Body.Span.SequenceEqual(events[equal].Body.Span))
            {
                return (equal, stored);
            }

            equal++;
        }

        return (equal, null);
    }

    private async Task Take(Standing standing, HistoryImported imported, ImportContradiction? contradiction, StreamName stream, IReadOnlyList<NewEvent> events, int equal, CancellationToken cancellation)
    {
        var isHere = equal == events.Count;
        var isOurs = isHere && !standing.Imports.Any(known => known.Attempt == imported.Attempt);
        var noted = new List<ILedgerEvent>();
        if (isHere ? isTrusted && standing.IsUnconfirmed(imported.Attempt) : !standing.Imports.Any(known => known.Attempt == imported.Attempt && (known.Trusted || !isTrusted)))
        {
            noted.Add(imported);
        }

        if (contradiction is not null && !isOurs)
        {
            _contradictions.Add(contradiction);
            noted.AddRange(standing.Disputes.Contains(contradiction.ToDispute()) ? [] : [contradiction.ToDispute()]);
        }

        await Note(imported.Key, noted, cancellation);
        await Append(stream, events, equal, cancellation);
        Histories++;
        Equal += isHere ? 1 : 0;
    }
}
