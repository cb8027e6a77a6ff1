using Ledger.Events.Merkle;
using Ledger.Events.Streams;

namespace Ledger.Store.Integrity;

/// <summary>What the check of one range leaves to be joined with the ranges before it.</summary>
/// <param name="range">Which positions.</param>
internal sealed class CheckedRange(PositionRange range)
{
    /// <summary>Which positions.</summary>
    public PositionRange Range => range;

    /// <summary>What was found so far.</summary>
    public List<PlacedFinding> Findings { get; } = [];

    /// <summary>The first event, whose position is judged by the range before.</summary>
    public StoredEvent? First { get; set; }

    /// <summary>The last event's position.</summary>
    public long LastPosition { get; set; }

    /// <summary>What each stream of the range leads to.</summary>
    public Dictionary<StreamName, Link> Links { get; } = [];

    /// <summary>Streams that were taken to begin here.</summary>
    public List<StreamName> Begun { get; } = [];

    /// <summary>First events of streams that began before, still to be judged.</summary>
    public List<StoredEvent> Aside { get; } = [];

    /// <summary>True if too much would have had to be put aside.</summary>
    public bool MustBeRepeated { get; set; }

    /// <summary>Masks that are named here.</summary>
    public NamedMasks Masks { get; } = new();

    /// <summary>Entries of the tree's first level that stand over the range.</summary>
    public IReadOnlyList<TileEntry> Entries { get; set; } = [];

    /// <summary>Events that closing checks want.</summary>
    public List<StoredEvent> Kept { get; } = [];

    /// <summary>What stopped the check before the range's end, or null.</summary>
    public string? Damage { get; set; }
}
