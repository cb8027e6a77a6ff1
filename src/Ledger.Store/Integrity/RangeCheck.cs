using Ledger.Events.Merkle;
using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Store.Integrity;

/// <summary>
/// Checks the events of one range, beside the checks of other ranges. What the first event of a stream follows is seen only when ranges
/// are joined; until then an event of version 1 is taken for the beginning of its stream, any other is put aside.
/// </summary>
/// <param name="range">Which positions.</param>
/// <param name="mostBytesAside">Bytes of events that may be put aside.</param>
/// <param name="aliases">Events of these aliases are kept for closing checks.</param>
/// <param name="known">What streams lead to before the range, if that is known already.</param>
internal sealed class RangeCheck(PositionRange range, long mostBytesAside, IReadOnlySet<string> aliases, IReadOnlyDictionary<StreamName, Link>? known = null)
{
    private readonly CheckedRange _checked = new(range);
    private readonly TileLeaves _tiles = new();
    private long _bytesAside;

    /// <summary>Reads and checks; damage that stops it is told in the result.</summary>
    public async Task<CheckedRange> Run(IVerificationSource source, VerificationProgress progress, CancellationToken cancellation)
    {
        try
        {
            await foreach (var page in source.ReadEvents(range, cancellation).ConfigureAwait(false))
            {
                foreach (var row in page)
                {
                    Next(row);
                }

                progress.EventsDone(page.Count);
                cancellation.ThrowIfCancellationRequested();
            }
        }
        catch (CorruptLedgerException exception)
        {
            _checked.Damage = exception.Message;
        }

        _checked.Entries = _tiles.Entries;
        return _checked;
    }

    private void Next(EventRow row)
    {
        var stored = row.Stored;
        Place(stored);
        if (row.Orphan is { } orphan)
        {
            Add(Aspect.Chain, stored, new IntegrityFinding(IntegrityKind.EventAltered, $"position {stored.Position} (version {stored.Version}, {stored.Alias}) belongs to stream {orphan}, which does not exist", null, stored.Version, stored.Position));
            return;
        }

        Follow(stored);
        Add(Aspect.Metadata, stored, MetadataRule.Check(stored));
        Leaf(stored, row);
        _checked.Masks.Next(stored);
        if (aliases.Contains(stored.Alias))
        {
            _checked.Kept.Add(stored);
        }
    }

    private void Place(StoredEvent stored)
    {
        if (_checked.First is null)
        {
            _checked.First = stored;
        }
        else
        {
            Add(Aspect.Position, stored, PositionRule.Check(_checked.LastPosition, stored));
        }

        _checked.LastPosition = stored.Position;
    }

    private void Follow(StoredEvent stored)
    {
        if (!_checked.Links.TryGetValue(stored.Stream, out var last))
        {
            if (known is not null)
            {
                last = known.GetValueOrDefault(stored.Stream);
            }
            else if (stored.Version == 1)
            {
                _checked.Begun.Add(stored.Stream);
            }
            else
            {
                PutAside(stored);
                return;
            }
        }

        var verdict = ChainRule.Judge(last, stored);
        _checked.Links[stored.Stream] = verdict.After;
        Add(Aspect.Chain, stored, verdict.Finding);
    }

    // Very long events are not kept in memory: then the whole range is checked again when it is known what they follow.
    private void PutAside(StoredEvent stored)
    {
        _bytesAside += stored.Body.Length;
        if (_bytesAside > mostBytesAside)
        {
            _checked.MustBeRepeated = true;
            _checked.Aside.Clear();
        }
        else
        {
            _checked.Aside.Add(stored);
        }

        _checked.Links[stored.Stream] = Link.After(stored);
    }

    private void Leaf(StoredEvent stored, EventRow row)
    {
        var leaf = EventLeaf.Of(stored);
        _tiles.Add(stored.Position, leaf);
        if (row.Leaf is { } kept && kept != leaf)
        {
            Add(Aspect.Leaf, stored, new IntegrityFinding(IntegrityKind.TreeAltered, $"{Integrity.Place.Of(stored)}: its leaf in the tree is {kept.ToShortString()}, the event makes {leaf.ToShortString()}", stored.Stream, stored.Version, stored.Position));
        }
    }

    private void Add(Aspect aspect, StoredEvent stored, IntegrityFinding? finding)
    {
        if (finding is not null)
        {
            _checked.Findings.Add(new PlacedFinding(stored.Position, aspect, finding));
        }
    }
}
