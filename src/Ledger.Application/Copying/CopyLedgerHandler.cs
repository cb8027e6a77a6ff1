using Ledger.Application.Failures;
using Ledger.Events.Hashing;
using Ledger.Events.Merkle;
using Ledger.Events.Streams;
using Ledger.Store.Contract;
using MediatR;

namespace Ledger.Application.Copying;

/// <summary>Handles <see cref="CopyLedger"/>: compares what is there already, then copies blobs, events and notes, each before what names it.</summary>
public sealed class CopyLedgerHandler(ILedgerStore store) : IRequestHandler<CopyLedger, CopyReport>
{
    /// <inheritdoc/>
    public async Task<CopyReport> Handle(CopyLedger request, CancellationToken cancellationToken)
    {
        var from = request.From;
        var total = await from.LastPosition(cancellationToken);
        await using var events = from.ReadAllChecked(cancellationToken).GetAsyncEnumerator(cancellationToken);
        var there = await Compare(from, events, cancellationToken);
        var (blobs, bytes) = await CopyBlobs(from, cancellationToken);
        var copied = await CopyEvents(events, there, position => request.Progress?.Report((double)position / Math.Max(total, position)), cancellationToken);
        await foreach (var state in from.ListStates(cancellationToken))
        {
            await store.Note(state.Trajectory, state.Step, state.State, cancellationToken);
        }

        return new CopyReport(from.Location, store.Location, there + copied, copied, blobs, bytes, await EqualRoot(from, there + copied, cancellationToken));
    }

    /// <summary>How many events are here already, each equal to the one that the source has at its position.</summary>
    private async Task<long> Compare(ILedgerStore from, IAsyncEnumerator<StoredEvent> events, CancellationToken cancellation)
    {
        var there = 0L;
        await foreach (var ours in store.ReadAll(0, null, cancellation))
        {
            if (!await events.MoveNextAsync())
            {
                throw new LedgerConflictException($"{store.Location} has {Place(ours)}, where {from.Location} ends: it holds more than a copy would; nothing was written, name an empty ledger");
            }

            if (EventLeaf.Of(ours) != EventLeaf.Of(events.Current))
            {
                throw new LedgerConflictException($"{store.Location} has {Place(ours)}, where {from.Location} has {Place(events.Current)}: it is no copy of it; nothing was written, name an empty ledger");
            }

            there++;
        }

        return there;
    }

    private async Task<(long Blobs, long Bytes)> CopyBlobs(ILedgerStore from, CancellationToken cancellation)
    {
        var (blobs, bytes) = (0L, 0L);
        await foreach (var blob in from.ListBlobs(cancellation))
        {
            if (await store.Has(blob.Digest, cancellation) || await from.OpenBlob(blob.Digest, cancellation) is not { } content)
            {
                continue;
            }

            await using (content)
            {
                await store.Put(blob.Kind, blob.Digest, content, cancellation);
            }

            (blobs, bytes) = (blobs + 1, bytes + blob.Length);
        }

        return (blobs, bytes);
    }

    private async Task<long> CopyEvents(IAsyncEnumerator<StoredEvent> events, long position, Action<long> done, CancellationToken cancellation)
    {
        var copied = 0L;
        var batches = new StreamBatches(async (stream, after, batch) =>
        {
            if (await store.Append(stream, after, batch, cancellation) is not AppendResult.Appended { AlreadyThere: 0 })
            {
                throw new LedgerConflictException($"{store.Location}: somebody else wrote to {stream} during the copy; copy into a ledger that nobody uses");
            }

            copied += batch.Count;
            done(position + copied);
        });
        while (await events.MoveNextAsync())
        {
            await batches.Add(events.Current);
        }

        await batches.Flush();
        return copied;
    }

    private async Task<Digest> EqualRoot(ILedgerStore from, long size, CancellationToken cancellation)
    {
        var theirs = (await TreeFrontier.Read(from, size, cancellation)).Root;
        var ours = (await TreeFrontier.Read(store, size, cancellation)).Root;
        return ours == theirs
            ? ours
            : throw new LedgerConflictException($"{store.Location} has root {ours} over {size} events, {from.Location} has {theirs}: somebody else wrote during the copy; copy into a ledger that nobody uses");
    }

    private static string Place(StoredEvent stored) => $"{stored.Alias} ({stored.Stream}, version {stored.Version}) at position {stored.Position}";
}
