using Ledger.Application.Copying;
using Ledger.Events.Hashing;
using Ledger.Events.Merkle;
using Ledger.Events.Recorded;
using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Application.Bundles;

/// <summary>Copies selected streams into a new ledger file, in the order in which the source has them.</summary>
internal sealed class BundleWriter(ILedgerStore source, ILedgerStore bundle, BundleSelection selection, bool withStates)
{
    private readonly List<PositionRange> _positions = [];
    private readonly HashSet<Digest> _states = [];
    private (long Masks, long States) _blobs;
    private TreeFrontier _tree = new();

    /// <summary>Where the events stand in the source.</summary>
    public IReadOnlyList<PositionRange> Positions => _positions;

    /// <summary>What was written.</summary>
    public BundledContents Contents => new(_tree.Size, _tree.Root, _blobs.Masks, _blobs.States);

    /// <summary>Writes the streams as far as the source's first <paramref name="size"/> events go.</summary>
    /// <exception cref="CorruptLedgerException">The source is not as it was written.</exception>
    /// <exception cref="Failures.EvidenceMissingException">A mask is not in the source.</exception>
    public async Task Write(long size, CancellationToken cancellation)
    {
        var batches = new StreamBatches(async (stream, after, events) => await bundle.Append(stream, after, events, cancellation));
        await foreach (var stored in source.ReadAllChecked(cancellation))
        {
            if (stored.Position > size)
            {
                break;
            }

            if (selection.Streams.Contains(stored.Stream))
            {
                await CopyMask(stored, cancellation);
                Count(stored);
                await batches.Add(stored);
            }
        }

        await batches.Flush();
        await CopyStates(cancellation);
    }

    private async Task CopyMask(StoredEvent stored, CancellationToken cancellation)
    {
        if (stored.Alias is not "step_trained" && EventCatalogue.Read(stored) is IDerivationEvent made)
        {
            if (made is not MaskDrawn)
            {
                _states.Add(made.Output);
            }
            else if (!await bundle.Has(made.Output, cancellation))
            {
                _blobs.Masks += await Copy(BlobKind.Mask, made.Output, cancellation)
                    ? 1
                    : throw new Failures.EvidenceMissingException($"mask {made.Output}, named by {stored.Stream}, is not in {source.Location}: `ledger rebuild` makes it again");
            }
        }
    }

    private async Task CopyStates(CancellationToken cancellation)
    {
        if (!withStates)
        {
            return;
        }

        await foreach (var cached in source.ListStates(cancellation))
        {
            if (selection.Streams.Contains(cached.Trajectory))
            {
                _states.Add(cached.State);
                await bundle.Note(cached.Trajectory, cached.Step, cached.State, cancellation);
            }
        }

        foreach (var state in _states)
        {
            _blobs.States += await Copy(BlobKind.State, state, cancellation) ? 1 : 0;
        }
    }

    private async Task<bool> Copy(BlobKind kind, Digest digest, CancellationToken cancellation)
    {
        await using var content = await source.OpenBlob(digest, cancellation);
        if (content is not null)
        {
            await bundle.Put(kind, digest, content, cancellation);
        }

        return content is not null;
    }

    private void Count(StoredEvent stored)
    {
        _tree.Add(EventLeaf.Of(stored), []);
        if (_positions is [.., var last] && last.Last == stored.Position - 1)
        {
            _positions[^1] = last with { Last = stored.Position };
        }
        else
        {
            _positions.Add(new PositionRange(stored.Position, stored.Position));
        }
    }
}
