using Ledger.Application.Composition;
using Ledger.Application.Data;
using Ledger.Application.Experiments;
using Ledger.Application.History;
using Ledger.Application.Projections;
using Ledger.Application.Queries;
using Ledger.Application.Tests.Scenarios;
using Ledger.Application.Training;
using Ledger.Events.Specification;
using Ledger.Events.Streams;
using Ledger.Store.Contract;
using Ledger.Store.Sqlite;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Application.Tests.Sharing;

/// <summary>Machines on one ledger; the test moves their clock, and that of the store.</summary>
internal sealed class Laboratory : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ledger-machines-").FullName;
    private readonly List<ServiceProvider> _machines = [];

    public Laboratory() =>
        Store = SqliteLedgerStore.Open(Path.Combine(_folder, "test.ledger"), OpenMode.Create, SqliteLedgerOptions.Default with { Clock = StoreClock });

    public ManualClock Clock { get; } = new();

    public ManualClock StoreClock { get; } = new();

    public ILedgerStore Store { get; }

    public static StreamName Work(int replicate, ExperimentSpecification? specification = null) =>
        StreamNames.Run(RunIdentity.Run(RunIdentity.Experiment(specification ?? TinyExperiment.Specification), replicate));

    public IMediator Machine(IDeviceFactory? devices = null)
    {
        var machine = LedgerServices.Build(Store, devices ?? new CpuDevices(1), new DataShelf(static _ => null), Clock);
        _machines.Add(machine);
        return machine.GetRequiredService<IMediator>();
    }

    public static Task<IReadOnlyList<ReplicateOutcome>> Run(
        IMediator machine, IReadOnlyList<int> replicates, Action? whenTraining = null, ExperimentSpecification? specification = null, int report = 1, CancellationToken cancellation = default) => Task.Run(
        () => machine.Send(new RunExperiment(TinyExperiment.Of(specification ?? TinyExperiment.Specification), replicates, Jobs: 1, new OneReport(report, whenTraining)), cancellation), CancellationToken.None);

    public async Task<BookedRun> Booked(int replicate) => (await Machine().Send(new ListRuns())).Single(run => run.Stream == Work(replicate));

    public void Dispose()
    {
        _machines.ForEach(static machine => machine.Dispose());
        Store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class OneReport(int number, Action? action) : IProgress<ReplicateProgress>
    {
        private int _reports;

        public void Report(ReplicateProgress value)
        {
            if (Interlocked.Increment(ref _reports) == number)
            {
                action?.Invoke();
            }
        }
    }
}
