using System.Text.Json;
using Ledger.Application.History;
using Ledger.Events.Canonical;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Store.Contract;

namespace Ledger.Application.Differences;

/// <summary>Where runs were worked on, by the metadata of their attempts.</summary>
internal static class EnvironmentReader
{
    /// <summary>The environments of a run, each once, oldest first, and the steps that its attempts computed.</summary>
    public static async Task<(IReadOnlyList<RunEnvironment> Environments, long StepsTrained)> Read(ILedgerStore store, Digest run, CancellationToken cancellation)
    {
        var found = new List<(long Position, RunEnvironment Environment)>();
        var trained = 0L;
        await foreach (var stream in store.StreamsStartingWith("attempt-", cancellation))
        {
            if (await store.ReadEvent(stream, 1, cancellation) is { } stored && EventCatalogue.Read(stored) is AttemptStarted started && started.Run == run)
            {
                found.AddRange(Environment(stored.Metadata).Select(environment => (stored.Position, environment)));
                trained += (await store.All(stream, cancellation)).OfType<AttemptCompleted>().Sum(static completed => completed.StepsTrained);
            }
        }

        return ([.. found.OrderBy(static attempt => attempt.Position).Select(static attempt => attempt.Environment).Distinct()], trained);
    }

    // Any version may have written it, another program too.
    private static IEnumerable<RunEnvironment> Environment(ReadOnlyMemory<byte>? metadata)
    {
        try
        {
            return metadata is { } noted ? [RunEnvironment.Of(CanonicalJson.Deserialize<EnvironmentReport>(noted.Span))] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
