using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Store.Integrity;

/// <summary>Metadata are what the body vouches for.</summary>
internal sealed class MetadataCheck : IEventCheck
{
    /// <inheritdoc/>
    public IntegrityFinding? Next(StoredEvent stored) =>
        MetadataRule.Violation(stored.Body.Span, stored.Metadata) is { } violation
            ? new IntegrityFinding(IntegrityKind.MetadataAltered, $"{Place.Of(stored)}: {violation}", stored.Stream, stored.Version, stored.Position)
            : null;
}
