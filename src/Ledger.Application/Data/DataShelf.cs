using Ledger.Application.Failures;
using Ledger.Application.Specifications;
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
        specification switch
        {
            { Synthetic: { } synthetic } => new SyntheticDataSet(Generator(synthetic), synthetic.Train, synthetic.Test),
            { Files: { } files } => new FilesDataSet(files.Features, SampleSections.Extents(files.Image), files.Classes, files.Train, files.Test, files.Digest.ToString()),
            _ => DataSetCatalogue.Find(specification.Set) ?? throw new NotFoundException($"data set '{specification.Set}' is unknown here; known are {string.Join(", ", DataSetCatalogue.Names)}"),
        };

    private static SyntheticGenerator Generator(SyntheticSpecification synthetic) => SampleSections.Extents(synthetic.Image) is { } image
        ? new SyntheticImages(image, synthetic.Classes, synthetic.Noise, synthetic.Shift ?? 0, synthetic.Seed)
        : new SyntheticSet(synthetic.Features, synthetic.Classes, synthetic.Noise, synthetic.Seed);

    private LoadedData Read(IDataSet set)
    {
        var place = folder(set);
        var source = set.Read(place);
        var digest = DataDigest.Of(source);
        return set.KnownDigest is { } known && known != digest.ToString()
            ? throw new DataFileException($"{place ?? set.InstalledFolder}: its samples have digest {digest}, wanted {known}; name the right files, or correct the digest", isMissing: false)
            : new LoadedData(source, digest);
    }
}
