using Ledger.Store.Contract;

namespace Ledger.Application.Storage;

/// <summary>How much a ledger holds and how it grows.</summary>
/// <param name="Location">Which ledger.</param>
/// <param name="Sizes">Counts and bytes.</param>
/// <param name="BytesOfEvent">Bytes of an event with indexes and leaf, on average; null if there are none.</param>
/// <param name="Experiments">What another run of each declared experiment adds.</param>
public sealed record StoreReport(string Location, StoreSizes Sizes, long? BytesOfEvent, IReadOnlyList<ExperimentGrowth> Experiments);

/// <summary>What another run of an experiment adds to a ledger.</summary>
/// <param name="Id">The experiment's short id.</param>
/// <param name="Name">Its name, if somebody noted one.</param>
/// <param name="BytesOfRun">An estimate, cached states included.</param>
public sealed record ExperimentGrowth(string Id, string? Name, long BytesOfRun);
