using System.Runtime.CompilerServices;
using Ledger.Events.Hashing;
using Ledger.Events.Streams;
using Ledger.Store.Contract;
using Ledger.Store.Integrity;

namespace Ledger.Application.Copying;

/// <summary>Reads a whole ledger and believes nothing: positions, versions, hashes and metadata are checked on the way.</summary>
public static class CheckedReading
{
    /// <summary>All events in the order of positions.</summary>
    /// <exception cref="CorruptLedgerException">An event is not as it was written; the message names it.</exception>
    public static async IAsyncEnumerable<StoredEvent> ReadAllChecked(this ILedgerStore store, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var ends = new Dictionary<StreamName, (long Version, Digest Hash)>();
        var position = 0L;
        await foreach (var stored in store.ReadAll(0, null, cancellation))
        {
            var (version, hash) = ends.GetValueOrDefault(stored.Stream);
            if (Violation(stored, ++position, version + 1, hash) is { } violation)
            {
                throw new CorruptLedgerException($"{store.Location}: {stored.Stream}, version {stored.Version} (position {stored.Position}, {stored.Alias}): {violation}; `ledger verify` lists all that is wrong");
            }

            ends[stored.Stream] = (stored.Version, stored.Hash);
            yield return stored;
        }
    }

    private static string? Violation(StoredEvent stored, long position, long version, Digest previous) =>
        stored.Position != position ? $"it stands where position {position} is wanted"
        : stored.Version != version ? $"it stands where version {version} of its stream is wanted"
        : EventHash.Compute(previous, stored.Stream, stored.Version, stored.Alias, stored.Body.Span) != stored.Hash ? "its content does not have its hash"
        : MetadataRule.Violation(stored.Body.Span, stored.Metadata);
}
