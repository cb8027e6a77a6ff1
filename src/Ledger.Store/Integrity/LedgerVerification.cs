using System.Runtime.CompilerServices;
using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Store.Integrity;

/// <summary>Checks everything in a ledger, whatever store holds it; ranges of events are checked side by side.</summary>
/// <param name="source">The store, as it shows itself.</param>
/// <param name="plan">How the work is divided.</param>
/// <param name="closing">Checks against the whole tree.</param>
internal sealed class LedgerVerification(IVerificationSource source, VerificationPlan plan, IReadOnlyList<IClosingCheck> closing)
{
    /// <summary>Every finding about a store that shows itself as <paramref name="open"/> says; it is closed afterwards.</summary>
    public static async IAsyncEnumerable<IntegrityFinding> Findings(Func<IVerificationSource> open, int? jobs, IProgress<double>? told, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var source = open();
        await using var _ = source.ConfigureAwait(false);
        await foreach (var finding in new LedgerVerification(source, VerificationPlan.For(jobs), ClosingChecks.All).Findings(told, cancellation).ConfigureAwait(false))
        {
            yield return finding;
        }
    }

    /// <summary>Every finding: structure first, then events in order of position, then what depends on all of them.</summary>
    public async IAsyncEnumerable<IntegrityFinding> Findings(IProgress<double>? told, [EnumeratorCancellation] CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await foreach (var finding in Damage.AsFinding(source.CheckStructure(cancellation)).ConfigureAwait(false))
        {
            yield return finding;
        }

        await foreach (var finding in Damage.AsFinding(Contents(told, cancellation)).ConfigureAwait(false))
        {
            yield return finding;
        }
    }

    private async IAsyncEnumerable<IntegrityFinding> Contents(IProgress<double>? told, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var extent = await source.Begin(cancellation).ConfigureAwait(false);
        var progress = new VerificationProgress(told, extent);
        var join = new RangeJoin(source, extent);
        foreach (var part in new[] { Events(join, extent, progress, cancellation), Streams(join, cancellation), Tree(join, cancellation), Blobs(join, progress, cancellation), Closing(join, cancellation), source.CheckOthers(cancellation) })
        {
            await foreach (var finding in Damage.AsFinding(part).ConfigureAwait(false))
            {
                yield return finding;
            }
        }

        progress.Done();
    }

    private async IAsyncEnumerable<IntegrityFinding> Events(RangeJoin join, VerificationExtent extent, VerificationProgress progress, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var aliases = closing.Select(static check => check.Alias).ToHashSet(StringComparer.Ordinal);
        await using var ranges = new RangeQueue(PositionRange.Split(extent, plan.TilesPerRange), plan.Jobs, (range, stop) => Check(range, progress, stop), cancellation);
        while (!join.IsDamaged && await ranges.Next().ConfigureAwait(false) is { } range)
        {
            var fitting = join.Fits(range) ? range : await Check(range.Range, VerificationProgress.Untold, cancellation, join.Links).ConfigureAwait(false);
            foreach (var finding in join.Add(fitting))
            {
                yield return finding;
            }
        }

        Task<CheckedRange> Check(PositionRange range, VerificationProgress told, CancellationToken stop, IReadOnlyDictionary<StreamName, Link>? known = null) =>
            new RangeCheck(range, plan.MostBytesAside, aliases, known).Run(source, told, stop);
    }

    private async IAsyncEnumerable<IntegrityFinding> Streams(RangeJoin join, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // Where events could not be read to the end, their streams and the tree would be accused of it.
        if (join.IsDamaged)
        {
            yield break;
        }

        await foreach (var (stream, version) in source.ReadStreams(cancellation).ConfigureAwait(false))
        {
            var last = join.Links.GetValueOrDefault(stream).Version;
            if (last != version || version == 0)
            {
                yield return new IntegrityFinding(IntegrityKind.EventMissing, $"{stream} ends at version {last}, its row says {version}: events at its end are missing, or the row was changed", stream, last);
            }
        }
    }

    private async IAsyncEnumerable<IntegrityFinding> Tree(RangeJoin join, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (join.IsDamaged)
        {
            yield break;
        }

        var check = new TreeCheck(join.Tree);
        await foreach (var row in source.ReadTree(cancellation).ConfigureAwait(false))
        {
            if (check.Next(row) is { } finding)
            {
                yield return finding;
            }
        }

        foreach (var finding in check.Missing())
        {
            yield return finding;
        }
    }

    private async IAsyncEnumerable<IntegrityFinding> Blobs(RangeJoin join, VerificationProgress progress, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var check = new BlobCheck(join.Masks);
        await foreach (var row in source.ReadBlobs(cancellation).ConfigureAwait(false))
        {
            cancellation.ThrowIfCancellationRequested();
            progress.BlobDone(row.Length);
            foreach (var finding in check.Next(row))
            {
                yield return finding;
            }
        }

        foreach (var finding in check.Named())
        {
            yield return finding;
        }
    }

    private IAsyncEnumerable<IntegrityFinding> Closing(RangeJoin join, CancellationToken cancellation) => join.IsDamaged
        ? AsyncEnumerable.Empty<IntegrityFinding>()
        : closing.ToAsyncEnumerable().SelectMany(check => check.Check([.. join.Kept.Where(stored => stored.Alias == check.Alias)], join.Tree, cancellation));
}
