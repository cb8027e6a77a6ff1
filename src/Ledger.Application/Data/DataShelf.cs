using Ledger.Application.Failures;
using Ledger.Events.Hashing;
using Ledger.Events.Specification;
using Ledger.Tickets.Derivations;
using Ledger.Training.Data;

namespace Ledger.Application.Data;

/// <summary>The data sets that this process has read, each once, whoever asks.</summary>
/// <param name="folder">Where the files of a set lie, or null for its installed folder.</param>
public sealed class DataShelf(Func<IDataSet, string?> folder)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<DataSpecification, LoadedData> _bySpecification = [];

    /// <summary>The data set that a specification names.</summary>
    /// <exception cref="DataFileException">Its files are missing, cut or altered.</exception>
    public LoadedData Load(DataSpecification specification)
    {
        // The validation list is a division of the data, not other data.
        var key = specification with { Validation = 0 };
        lock (_lock)
        {
            if (!_bySpecification.TryGetValue(key, out var loaded))
            {
                loaded = Read(Resolve(specification));
                _bySpecification.Add(key, loaded);
            }

            return loaded;
        }
    }

    /// <summary>The data set of a digest, among those loaded.</summary>
    /// <exception cref="EvidenceMissingException">No loaded data has this digest.</exception>
    public DataSource Of(Digest digest)
    {
        lock (_lock)
        {
            return _bySpecification.Values.FirstOrDefault(loaded => loaded.Digest == digest)?.Source
                ?? throw new EvidenceMissingException($"this was computed from data with digest {digest.ToShortString()}, the data here have {string.Join(", ", _bySpecification.Values.Select(static loaded => loaded.Digest.ToShortString()))}; name the folder of the right files with --data");
        }
    }

    /// <summary>The registered or generated set that a specification names.</summary>
    public static IDataSet Resolve(DataSpecification specification) =>
        specification.Synthetic is { } synthetic
            ? new SyntheticDataSet(new SyntheticSet(synthetic.Features, synthetic.Classes, synthetic.Noise, synthetic.Seed), synthetic.Train, synthetic.Test)
            : DataSetCatalogue.Find(specification.Set) ?? throw new NotFoundException($"data set '{specification.Set}' is unknown here; known are {string.Join(", ", DataSetCatalogue.Names)}");

    private LoadedData Read(IDataSet set)
    {
        var source = set.Read(folder(set));
        return new LoadedData(source, DataDigest.Of(source));
    }
}
