using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Store.Integrity;

/// <summary>Joins checked ranges in order, so that what is found is what one pass over all events would find.</summary>
internal sealed class RangeJoin(IVerificationSource source, VerificationExtent extent)
{
    private readonly Dictionary<StreamName, Link> _links = new((int)Math.Min(extent.Streams, 1 << 24));
    private long _lastPosition;

    /// <summary>What each stream leads to.</summary>
    public IReadOnlyDictionary<StreamName, Link> Links => _links;

    /// <summary>The masks that events name.</summary>
    public NamedMasks Masks { get; } = new();

    /// <summary>The tree over the events.</summary>
    public ComputedTree Tree { get; } = new(source);

    /// <summary>Events that closing checks want.</summary>
    public List<StoredEvent> Kept { get; } = [];

    /// <summary>True if events could not be read to the end.</summary>
    public bool IsDamaged { get; private set; }

    /// <summary>True if the streams lead into the range as its check took for granted; else it has to be checked again.</summary>
    public bool Fits(CheckedRange next) =>
        !next.MustBeRepeated
        && !next.Begun.Exists(_links.ContainsKey)
        && next.Aside.TrueForAll(stored => Judge(stored).After == Link.After(stored));

    /// <summary>Appends the next range, which fits; answers its findings in order.</summary>
    public IReadOnlyList<IntegrityFinding> Add(CheckedRange next)
    {
        if (next.First is { } first)
        {
            Place(next, first);
        }

        foreach (var stored in next.Aside)
        {
            AddIf(next, Aspect.Chain, stored, Judge(stored).Finding);
        }

        foreach (var (stream, link) in next.Links)
        {
            _links[stream] = link;
        }

        Masks.Add(next.Masks);
        Tree.Add(next.Entries, _lastPosition);
        Kept.AddRange(next.Kept);
        IsDamaged = next.Damage is not null;
        next.Findings.Sort();
        return [.. next.Findings.Select(static placed => placed.Finding), .. DamageOf(next)];
    }

    private void Place(CheckedRange next, StoredEvent first)
    {
        AddIf(next, Aspect.Position, first, PositionRule.Check(_lastPosition, first));
        _lastPosition = next.LastPosition;
    }

    private ChainVerdict Judge(StoredEvent stored) => ChainRule.Judge(_links.GetValueOrDefault(stored.Stream), stored);

    private static void AddIf(CheckedRange next, Aspect aspect, StoredEvent stored, IntegrityFinding? finding)
    {
        if (finding is not null)
        {
            next.Findings.Add(new PlacedFinding(stored.Position, aspect, finding));
        }
    }

    private static IEnumerable<IntegrityFinding> DamageOf(CheckedRange next) =>
        next.Damage is { } damage ? [Damage.Found(damage)] : [];
}
