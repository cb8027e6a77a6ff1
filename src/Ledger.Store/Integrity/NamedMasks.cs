using System.Text.Json;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Store.Integrity;

/// <summary>The masks that events name: they are evidence and must be here.</summary>
internal sealed class NamedMasks
{
    private static readonly string Alias = EventCatalogue.AliasOf(typeof(MaskDrawn));

    private readonly Dictionary<Digest, StoredEvent> _masks = [];

    /// <summary>Each mask with the first event that names it, without its body.</summary>
    public IReadOnlyDictionary<Digest, StoredEvent> Masks => _masks;

    /// <summary>Looks at the next event.</summary>
    public void Next(StoredEvent stored)
    {
        if (stored.Alias == Alias && Output(stored) is { } mask)
        {
            _masks.TryAdd(mask, stored with { Body = default, Metadata = null });
        }
    }

    /// <summary>Adds the masks that later events name.</summary>
    public void Add(NamedMasks later)
    {
        foreach (var (mask, namedBy) in later._masks)
        {
            _masks.TryAdd(mask, namedBy);
        }
    }

    /// <summary>What is wrong if a named mask is not here, or is held as something that may be dropped.</summary>
    /// <param name="mask">A key of <see cref="Masks"/>.</param>
    /// <param name="kind">What it is held as, or null if it is not here.</param>
    public IntegrityFinding? Held(Digest mask, BlobKind? kind)
    {
        var namedBy = _masks[mask];
        return kind switch
        {
            BlobKind.Mask => null,
            null => new IntegrityFinding(IntegrityKind.BlobMissing, $"mask {mask}, named by {Place.Of(namedBy)}, is not here", namedBy.Stream, namedBy.Version, namedBy.Position, mask),
            _ => new IntegrityFinding(IntegrityKind.BlobAltered, $"mask {mask}, named by {Place.Of(namedBy)}, is held as a {kind}, which may be dropped", namedBy.Stream, namedBy.Version, namedBy.Position, mask),
        };
    }

    // A body that cannot be read is told by its hash.
    private static Digest? Output(StoredEvent stored)
    {
        try
        {
            using var body = JsonDocument.Parse(stored.Body);
            return Digest.Parse(body.RootElement.GetProperty("output").GetString() ?? string.Empty);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
