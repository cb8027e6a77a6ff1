using System.Text;
using Ledger.Events.Hashing;
using Ledger.Events.Merkle;
using Ledger.Events.Streams;

namespace Ledger.Events.Proofs;

/// <summary>An event, and what its hashes are made of besides.</summary>
/// <param name="Stream">The stream it belongs to.</param>
/// <param name="Version">Place in its stream, from 1.</param>
/// <param name="Alias">The stable name of its type.</param>
/// <param name="Body">Its canonical body, as text.</param>
/// <param name="Previous">The hash of the event before it in the stream; zeros for the first.</param>
/// <param name="Metadata">The digest of its metadata, or null if it has none.</param>
public sealed record ProvenEvent(StreamName Stream, long Version, string Alias, string Body, Digest Previous, Digest? Metadata = null)
{
    /// <summary>The event hash, computed.</summary>
    public Digest Hash => EventHash.Compute(Previous, Stream, Version, Alias, Encoding.UTF8.GetBytes(Body));

    /// <summary>The leaf hash, computed.</summary>
    public Digest Leaf => EventLeaf.Hash(Stream, Version, Alias, Hash, Metadata ?? default);

    /// <summary>A stored event and the hash of the one before it.</summary>
    public static ProvenEvent Of(StoredEvent stored, Digest previous) => new(
        stored.Stream, stored.Version, stored.Alias, Encoding.UTF8.GetString(stored.Body.Span), previous, stored.Metadata is { } metadata ? Digest.Of(metadata.Span) : null);
}
