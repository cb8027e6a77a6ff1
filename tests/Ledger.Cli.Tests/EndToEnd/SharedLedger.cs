using System.Diagnostics;
using Ledger.Application.History;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Streams;
using Ledger.Store;
using Ledger.Store.Contract;
using Ledger.Tickets.Derivations;

namespace Ledger.Cli.Tests.EndToEnd;

/// <summary>A ledger as seen from beside the processes that work on it.</summary>
internal sealed class SharedLedger(string address) : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    private readonly ILedgerStore _store = LedgerStores.Open(StoreAddress.Parse(address), OpenMode.Create);

    /// <summary>Stops a process while it works on a run, at a moment when others can go on; the run.</summary>
    public async Task<StreamName> Stop(Process process, CancellationToken cancellation)
    {
        while (true)
        {
            Assert.False(process.HasExited, "the process ended before it could be stopped at work");
            if (await WorkOf(process, cancellation) is { } work && await _store.VersionOf(work, cancellation) > 0)
            {
                await Signal(process, "STOP", cancellation);
                if (await WorkOf(process, cancellation) == work && await OthersCanWrite(cancellation))
                {
                    return work;
                }

                await Signal(process, "CONT", cancellation);
            }

            await Task.Delay(Look, cancellation);
        }
    }

    /// <summary>Waits until a process does not have a run any more.</summary>
    public async Task Lost(Process process, StreamName work, CancellationToken cancellation)
    {
        while (await WorkOf(process, cancellation) == work)
        {
            await Task.Delay(Look, cancellation);
        }
    }

    /// <summary>Sends a signal.</summary>
    public static async Task Signal(Process process, string signal, CancellationToken cancellation)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        await kill.WaitForExitAsync(cancellation);
    }

    /// <summary>What attempts at all runs but some computed, each as often as they say.</summary>
    public async Task<IReadOnlyList<DerivationComputed>> Computed(IReadOnlyCollection<StreamName> except, CancellationToken cancellation)
    {
        var computed = new List<DerivationComputed>();
        await foreach (var stream in _store.StreamsStartingWith("attempt-", cancellation))
        {
            var events = await _store.All(stream, cancellation);
            if (!except.Contains(StreamNames.Run(((AttemptStarted)events[0]).Run)))
            {
                computed.AddRange(events.OfType<DerivationComputed>());
            }
        }

        return computed;
    }

    /// <summary>What is still noted as waiting or being done.</summary>
    public Task<IReadOnlyList<Lease>> Leases(CancellationToken cancellation) => _store.ListLeases(cancellation);

    /// <summary>The runs that began, by their streams.</summary>
    public async Task<IReadOnlyList<StreamName>> Runs(CancellationToken cancellation) => await _store.StreamsStartingWith("run-", cancellation).ToListAsync(cancellation);

    public void Dispose() => _store.Dispose();

    private async Task<StreamName?> WorkOf(Process process, CancellationToken cancellation) => (await _store.ListLeases(cancellation))
        .Where(lease => lease.Work.Prefix == "run" && lease.Holder?.Contains($"/{process.Id}/", StringComparison.Ordinal) == true)
        .Select(static lease => (StreamName?)lease.Work)
        .FirstOrDefault();

    /// <summary>False if the stopped process sleeps inside a transaction.</summary>
    private async Task<bool> OthersCanWrite(CancellationToken cancellation)
    {
        var probe = Task.Run(() => AttemptLog.Start(_store, Digest.Of([0]), "probe", EnvironmentReport.Now(TimeProvider.System, "none"), cancellation), cancellation);
        return await Task.WhenAny(probe, Task.Delay(TimeSpan.FromSeconds(1), cancellation)) == probe;
    }
}
