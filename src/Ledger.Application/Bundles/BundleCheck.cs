using Ledger.Application.Projections;
using Ledger.Application.Sealing;
using Ledger.Events.Hashing;
using Ledger.Events.Merkle;
using Ledger.Events.Recorded;
using Ledger.Store.Contract;

namespace Ledger.Application.Bundles;

/// <summary>Compares a bundle's parts with what is in it, and checks that its events stand under its seal.</summary>
internal sealed class BundleCheck(ILedgerStore store, Bundle bundle, TrustedKey? key)
{
    private readonly BundleManifest _manifest = bundle.Manifest;
    private readonly List<Digest> _leaves = [];
    private readonly RunBook _book = new();
    private readonly StreamContentRule _content = new();

    /// <summary>Every finding.</summary>
    public async IAsyncEnumerable<IntegrityFinding> Findings([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var stored in store.ReadAll(0, null, cancellation))
        {
            _leaves.Add(EventLeaf.Of(stored));
            if (_content.Violation(stored, EventCatalogue.Read(stored)) is { } violation)
            {
                yield return new IntegrityFinding(IntegrityKind.BundleAltered, $"{stored.Stream}, version {stored.Version} (position {stored.Position}, {stored.Alias}): {violation}", stored.Stream, stored.Version, stored.Position);
            }

            _book.Apply(stored);
        }

        foreach (var problem in Contents().Concat(Seal()).Concat(await Blobs(cancellation)))
        {
            yield return problem;
        }
    }

    private IEnumerable<IntegrityFinding> Contents()
    {
        var tree = new TreeFrontier();
        _leaves.ForEach(leaf => tree.Add(leaf, []));
        var positions = _manifest.Positions.Sum(static range => range.Last - range.First + 1);
        if (_leaves.Count != _manifest.Contents.Events || positions != _leaves.Count)
        {
            yield return Altered($"it has {_leaves.Count} events, its manifest says {_manifest.Contents.Events} at {positions} positions");
        }

        if (tree.Root != _manifest.Contents.Root)
        {
            yield return Altered($"its events have root {tree.Root}, its manifest says {_manifest.Contents.Root}");
        }

        var runs = _book.Runs.Where(static run => run.Experiment is not null).ToDictionary(static run => run.Run!.Value);
        if (runs.Count != _manifest.Runs.Count || _manifest.Runs.Any(run => !runs.TryGetValue(run.Run, out var found) || Of(found) != run))
        {
            yield return Altered($"its runs are {string.Join(", ", runs.Values.Select(Of))}, its manifest says {string.Join(", ", _manifest.Runs)}");
        }

        if (_manifest.Positions.Count > 0 && _manifest.Positions[^1].Last > _manifest.Source.Events)
        {
            yield return Altered($"its manifest places events up to position {_manifest.Positions[^1].Last} in a ledger of {_manifest.Source.Events}");
        }
    }

    private IEnumerable<IntegrityFinding> Seal()
    {
        if (bundle.Seal?.Key.Fingerprint != _manifest.Key)
        {
            yield return Broken($"it is sealed by {bundle.Seal?.Key.Fingerprint ?? "nobody"}, its manifest says {_manifest.Key ?? "nobody"}");
        }

        if (key is not null && (bundle.Seal is null || !key.IsOf(bundle.Seal)))
        {
            yield return Broken($"it is sealed by {bundle.Seal?.Key.Fingerprint ?? "nobody"}, wanted {key.Fingerprint}");
        }

        if (bundle is not { Seal: { } seal, Coverage: { } coverage })
        {
            yield break;
        }

        if (!seal.IsSigned)
        {
            yield return Broken($"its seal is not signed by the key {seal.Key.Fingerprint}: the checkpoint, its signature or the key was changed");
        }

        if (coverage.Size != seal.Checkpoint.Size || !coverage.Ranges.SequenceEqual(_manifest.Leaves()) || !coverage.Proves(_leaves, seal.Checkpoint.Root))
        {
            yield return Broken($"its events do not stand at their positions under the root that was sealed over {seal.Checkpoint.Size} events");
        }
    }

    private async Task<IReadOnlyList<IntegrityFinding>> Blobs(CancellationToken cancellation)
    {
        var blobs = await store.ListBlobs(cancellation).ToListAsync(cancellation);
        var (masks, states) = (blobs.Count(static blob => blob.Kind == BlobKind.Mask), blobs.Count(static blob => blob.Kind == BlobKind.State));
        var findings = new List<IntegrityFinding>();
        if (masks != _manifest.Contents.Masks || states != _manifest.Contents.States)
        {
            findings.Add(Altered($"it has {masks} masks and {states} states, its manifest says {_manifest.Contents.Masks} and {_manifest.Contents.States}"));
        }

        if ((await store.ListLeases(cancellation)).Count > 0)
        {
            findings.Add(Altered("it has leases, which no bundle has"));
        }

        if (await store.Models.Load(RunBook.Name, cancellation) is not null)
        {
            findings.Add(Altered("it has a kept read model, which no bundle has"));
        }

        return findings;
    }

    private static BundledRun Of(BookedRun run) => new(run.Run!.Value, run.Name, run.Experiment!.Value, run.Replicate!.Value, run.Result);

    private IntegrityFinding Altered(string problem) => new(IntegrityKind.BundleAltered, $"{store.Location}: {problem}");

    private IntegrityFinding Broken(string problem) => new(IntegrityKind.SealBroken, $"{store.Location}: {problem}");
}
