using Ledger.Application.Data;
using Ledger.Application.History;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Streams;
using Ledger.Store.Contract;
using Ledger.Tickets.Derivations;
using Ledger.Training.Data;

namespace Ledger.Application.Bundles;

/// <summary>Tells which data stand behind streams, and where they can be had.</summary>
internal sealed class BundleDataReader(IEventStore store)
{
    /// <summary>The data sets that the experiments name, with the digests that the trainings used.</summary>
    public async Task<IReadOnlyList<BundledData>> Read(IReadOnlySet<StreamName> streams, CancellationToken cancellation)
    {
        var digests = new SortedSet<string>(StringComparer.Ordinal);
        var sets = new Dictionary<(string Name, string? Digest), IDataSet>();
        foreach (var stream in streams)
        {
            switch (stream.Prefix)
            {
                case "train" when await store.First<TrainingStarted>(stream, cancellation) is { } started:
                    digests.Add(Train.Of(started.Derivation).Data.ToString());
                    break;
                case "experiment" when await store.First<ExperimentDeclared>(stream, cancellation) is { Specification.Data: var data }:
                    var set = DataShelf.Resolve(data);
                    sets.TryAdd((set.Name, set.KnownDigest), set);
                    break;
            }
        }

        // A published set is known by its digest; the others share what is left.
        var published = sets.Values.Select(static set => set.KnownDigest).OfType<string>().ToHashSet();
        return [.. sets.OrderBy(static set => set.Key.Name, StringComparer.Ordinal).ThenBy(static set => set.Key.Digest, StringComparer.Ordinal).Select(set => Of(set.Key.Name, set.Value, digests.Where(digest => set.Value.KnownDigest is { } known ? digest == known : !published.Contains(digest))))];
    }

    private static BundledData Of(string name, IDataSet set, IEnumerable<string> digests) => new(
        name, [.. digests.Select(static digest => Digest.Parse(digest))], set.DebianPackage, new SortedDictionary<string, string>((set as IdxImages)?.KnownFiles ?? [], StringComparer.Ordinal));
}
