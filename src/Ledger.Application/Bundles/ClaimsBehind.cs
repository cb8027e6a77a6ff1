using Ledger.Application.Addresses;
using Ledger.Application.Failures;
using Ledger.Application.History;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Specification;
using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Application.Bundles;

/// <summary>Finds the registered claims that speak of some runs, or that their seeds were drawn from.</summary>
internal static class ClaimsBehind
{
    /// <summary>The streams of those claims.</summary>
    public static async Task<IReadOnlyList<StreamName>> Of(ILedgerStore store, IReadOnlySet<Digest> runs, CancellationToken cancellation)
    {
        var directory = await RunDirectory.Read(store, cancellation);
        var found = new List<StreamName>();
        await foreach (var stream in store.StreamsStartingWith($"{StreamNames.ClaimPrefix}-", cancellation))
        {
            var events = await store.All(stream, cancellation);
            if (events.Any(recorded => recorded switch
            {
                ClaimRegistered registered => SpeaksOf(directory, registered, runs),
                SeedDrawn drawn => directory.Runs.Any(run => runs.Contains(run.Run) && run.Run == RunIdentity.Run(drawn.Experiment, run.Replicate)),
                _ => false,
            }))
            {
                found.Add(stream);
            }
        }

        return found;
    }

    private static bool SpeaksOf(RunDirectory directory, ClaimRegistered registered, IReadOnlySet<Digest> runs)
    {
        var address = Address.Parse(registered.Claim.Of);
        if (address.File is not null)
        {
            return false;
        }

        try
        {
            return directory.Runs.Any(run => run.Name == address.Run && runs.Contains(run.Run)) || runs.Contains(directory.Find(address.Run).Run);
        }
        catch (Exception exception) when (exception is NotFoundException or AmbiguousAddressException)
        {
            return false;
        }
    }
}
