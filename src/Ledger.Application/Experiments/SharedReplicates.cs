using System.Collections.Concurrent;
using Ledger.Application.History;
using Ledger.Application.Sharing;
using Ledger.Events.Hashing;
using Ledger.Events.Specification;
using Ledger.Store.Contract;

namespace Ledger.Application.Experiments;

/// <summary>
/// Replicates that any machine may do: each is taken by one, and waited for by the others, who do the rest first. What another has
/// finished is answered from the ledger; what he let go is taken over.
/// </summary>
internal sealed class SharedReplicates(IEventStore store, WorkLeases leases, RunExperiment request, Func<int, CancellationToken, Task<ReplicateOutcome>> attempt)
{
    private readonly Digest _experiment = RunIdentity.Experiment(request.Experiment.Specification);
    private readonly ConcurrentQueue<int> _open = new(request.Replicates);
    private readonly ConcurrentDictionary<int, ReplicateOutcome> _outcomes = [];

    /// <summary>Does the replicates, so many at once; the outcomes in the order asked for.</summary>
    public async Task<IReadOnlyList<ReplicateOutcome>> Do(CancellationToken cancellation)
    {
        foreach (var replicate in request.Replicates)
        {
            await Offer(replicate, cancellation);
        }

        var jobs = Math.Min(request.Jobs, request.Replicates.Count);
        var options = new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation };
        await Parallel.ForAsync(0, jobs, options, async (_, stop) => await Work(stop));
        return [.. request.Replicates.Select(replicate => _outcomes[replicate])];
    }

    private async Task Offer(int replicate, CancellationToken cancellation)
    {
        if (!await IsFinished(replicate, cancellation))
        {
            await leases.Offer(Stream(replicate), Label(replicate), cancellation);
        }
    }

    private async Task Work(CancellationToken cancellation)
    {
        var refused = 0;
        while (_open.TryDequeue(out var replicate))
        {
            if (await Try(replicate, cancellation) is { } outcome)
            {
                _outcomes[replicate] = outcome;
                refused = 0;
                continue;
            }

            _open.Enqueue(replicate);
            if (++refused >= _open.Count)
            {
                await leases.Pause(cancellation);
                refused = 0;
            }
        }
    }

    /// <summary>How the replicate ended, or null if another has it.</summary>
    private async Task<ReplicateOutcome?> Try(int replicate, CancellationToken cancellation)
    {
        if (await IsFinished(replicate, cancellation))
        {
            return await attempt(replicate, cancellation);
        }

        await using var lease = await leases.Take(Stream(replicate), Label(replicate), cancellation);
        return lease is null ? null : await Try(replicate, lease, cancellation);
    }

    private async Task<ReplicateOutcome?> Try(int replicate, HeldLease lease, CancellationToken cancellation)
    {
        try
        {
            var outcome = await attempt(replicate, lease.Token);
            if (outcome.Fault is null)
            {
                lease.Finish();
            }

            return outcome;
        }
        catch (OperationCanceledException) when (lease.IsLost && !cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    private Task<bool> IsFinished(int replicate, CancellationToken cancellation) => RunLog.IsFinished(store, RunIdentity.Run(_experiment, replicate), cancellation);

    private Events.Streams.StreamName Stream(int replicate) => StreamNames.Run(RunIdentity.Run(_experiment, replicate));

    private string Label(int replicate) => new RunLabel(request.Experiment.Name, replicate).ToString();
}
