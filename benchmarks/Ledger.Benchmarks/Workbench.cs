using Ledger.Application.Composition;
using Ledger.Application.Data;
using Ledger.Application.Experiments;
using Ledger.Application.Specifications;
using Ledger.Application.Training;
using Ledger.Events.Specification;
using Ledger.Store.Contract;
using Ledger.Store.Sqlite;
using Ledger.Tickets.Methods;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Benchmarks;

/// <summary>LeNet-300-100 on Fashion-MNIST over a new ledger in a file of its own, which goes when this is disposed.</summary>
internal sealed class Workbench : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ledger-benchmark-").FullName;
    private readonly ServiceProvider _services;

    public Workbench(int threads)
    {
        Loaded = new SpecificationReader(SpecificationVocabulary.Standard).Read(Path.Combine(AppContext.BaseDirectory, "lenet-300-100.yaml")).Experiment!;
        Devices = new CpuDevices(threads);
        Store = SqliteLedgerStore.Open(Path.Combine(_folder, "benchmark.ledger"), OpenMode.Create);
        var shelf = new DataShelf(static _ => null);
        Data = shelf.Load(Loaded.Specification.Data);
        _services = LedgerServices.Build(Store, Devices, shelf, TimeProvider.System);
    }

    public LoadedExperiment Loaded { get; }

    public LoadedData Data { get; }

    public CpuDevices Devices { get; }

    public SqliteLedgerStore Store { get; }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>The experiment's first replicate, at another batch.</summary>
    public TicketExperiment Experiment(int batch)
    {
        var specification = Loaded.Specification with { Training = Loaded.Specification.Training with { Batch = batch } };
        return ReplicateExpansion.Of(specification, replicate: 0, Data.Digest, Data.Source.Train.Count, Data.Source.Test.Count);
    }

    public Task<T> Send<T>(IRequest<T> request) => Get<IMediator>().Send(request);

    public void Dispose()
    {
        _services.Dispose();
        Store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
