using Ledger.Application.Composition;
using Ledger.Application.Data;
using Ledger.Application.Experiments;
using Ledger.Application.Training;
using Ledger.Events.Specification;
using Ledger.Store.Contract;
using Ledger.Store.Sqlite;
using MediatR;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Application.Tests.Scenarios;

/// <summary>A ledger file of its own and everything that works on it.</summary>
internal sealed class Bench : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ledger-scenario-").FullName;

    public string LedgerPath => Path.Combine(_folder, "test.ledger");

    public async Task<ReplicateOutcome> Run(ExperimentSpecification specification, IDeviceFactory? devices = null, Func<ILedgerStore, ILedgerStore>? around = null, CancellationToken cancellation = default) =>
        (await Run(specification, [0], devices, around, cancellation))[0];

    public Task<IReadOnlyList<ReplicateOutcome>> Run(
        ExperimentSpecification specification, IReadOnlyList<int> replicates, IDeviceFactory? devices = null, Func<ILedgerStore, ILedgerStore>? around = null, CancellationToken cancellation = default) =>
        Send(new RunExperiment(TinyExperiment.Of(specification), replicates, Jobs: 2), devices, around, cancellation);

    public async Task<T> Send<T>(IRequest<T> request, IDeviceFactory? devices = null, Func<ILedgerStore, ILedgerStore>? around = null, CancellationToken cancellation = default)
    {
        using var file = Open();
        var store = around?.Invoke(file) ?? file;
        await using var services = LedgerServices.Build(store, devices ?? new CpuDevices(1), new DataShelf(static _ => null), TimeProvider.System);
        return await services.GetRequiredService<IMediator>().Send(request, cancellation);
    }

    public ILedgerStore Open() => SqliteLedgerStore.Open(LedgerPath, OpenMode.Create);

    /// <summary>Every event that depends on nothing but its key, as stream, version and hash.</summary>
    public async Task<IReadOnlyList<string>> History()
    {
        using var store = Open();
        return await store.ReadAll()
            .Where(static stored => stored.Stream.Prefix is not ("attempt" or "audit"))
            .Select(static stored => $"{stored.Stream} {stored.Version:D6} {stored.Hash}")
            .Order(StringComparer.Ordinal)
            .ToListAsync();
    }

    public int Alter(string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = LedgerPath, Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
