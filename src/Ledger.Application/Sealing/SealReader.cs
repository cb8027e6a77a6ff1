using Ledger.Application.History;
using Ledger.Events.Recorded;
using Ledger.Events.Seals;
using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Application.Sealing;

/// <summary>Reads the seals that a ledger keeps.</summary>
public static class SealReader
{
    /// <summary>Every seal, in the order of commits.</summary>
    /// <exception cref="CorruptLedgerException">One cannot be read.</exception>
    public static async Task<IReadOnlyList<RecordedSeal>> Seals(this IEventStore store, CancellationToken cancellation = default)
    {
        var seals = new List<RecordedSeal>();
        await foreach (var stream in store.StreamsStartingWith($"{StreamNames.SealPrefix}-", cancellation))
        {
            await foreach (var stored in store.ReadStream(stream, 1, cancellation))
            {
                seals.Add(Read(stored));
            }
        }

        return [.. seals.OrderBy(static seal => seal.Position)];
    }

    /// <summary>A seal file's text under the key that is named or that sealed here before.</summary>
    /// <param name="store">Where keys may be known.</param>
    /// <param name="note">The checkpoint and its signature line.</param>
    /// <param name="key">The key, or null to look for it here.</param>
    /// <param name="cancellation">Stops looking.</param>
    /// <returns>The seal, or null if nobody knows its key.</returns>
    /// <exception cref="FormatException">The note holds no checkpoint.</exception>
    public static async Task<Seal?> Under(this IEventStore store, SignedNote note, SealVerifier? key, CancellationToken cancellation = default)
    {
        var known = key ?? (await store.Seals(cancellation)).Select(static recorded => recorded.Seal.Key).FirstOrDefault(known => known.KeyId == note.KeyId);
        return known is null ? null : Seal.Parse(note, known);
    }

    private static RecordedSeal Read(StoredEvent stored)
    {
        try
        {
            return new RecordedSeal(stored.Stream, stored.Version, stored.Position, ((LedgerSealed)EventCatalogue.Read(stored)).ToSeal());
        }
        catch (Exception exception) when (exception is FormatException or InvalidCastException)
        {
            throw new CorruptLedgerException($"{stored.Stream}, version {stored.Version} (position {stored.Position}): the seal cannot be read: {exception.Message}; `ledger verify` lists what is damaged", exception);
        }
    }
}
