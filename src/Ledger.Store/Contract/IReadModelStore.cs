namespace Ledger.Store.Contract;

/// <summary>Keeps read models between calls: caches of folds over events, which may vanish, and which nothing recorded depends on.</summary>
public interface IReadModelStore
{
    /// <summary>False if the ledger was opened to be read: then nothing can be saved.</summary>
    bool IsWritable { get; }

    /// <summary>The kept model of a name, or null.</summary>
    Task<KeptModel?> Load(string name, CancellationToken cancellation = default);

    /// <summary>Keeps a model in place of the one of its name, unless that one has the same form and is as far or farther.</summary>
    Task Save(KeptModel model, CancellationToken cancellation = default);

    /// <summary>Forgets all of them.</summary>
    Task Drop(CancellationToken cancellation = default);
}
