using Ledger.Application.Projections;
using Ledger.Events.Recorded;
using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Application.Differences;

/// <summary>Compares two recorded histories of one training, step by step and byte by byte.</summary>
internal static class StepComparison
{
    /// <summary>The first step that differs with both records, or null.</summary>
    public static async Task<(int Step, string A, string B)?> First(ILedgerStore ledgerA, LinkedDerivation a, ILedgerStore ledgerB, LinkedDerivation b, CancellationToken cancellation)
    {
        if (ReferenceEquals(ledgerA, ledgerB) && a.Stream == b.Stream)
        {
            return null;
        }

        var last = Math.Min(a.Step ?? 0, b.Step ?? 0);
        await using var one = ledgerA.ReadStream(a.Stream, 2, cancellation).GetAsyncEnumerator(cancellation);
        await using var other = ledgerB.ReadStream(b.Stream, 2, cancellation).GetAsyncEnumerator(cancellation);
        for (var step = 1; step <= last; step++)
        {
            var (recorded, found) = (await Next(one), await Next(other));
            if (recorded is null || found is null || recorded.Alias != found.Alias || !recorded.Body.Span.SequenceEqual(found.Body.Span))
            {
                return (step, Text(recorded), Text(found));
            }
        }

        return null;
    }

    /// <summary>The next event; null where a history was cut.</summary>
    private static async Task<StoredEvent?> Next(IAsyncEnumerator<StoredEvent> events) => await events.MoveNextAsync() ? events.Current : null;

    private static string Text(StoredEvent? stored) => stored is null ? "nothing" : EventCatalogue.Read(stored) switch
    {
        StepTrained step => $"loss {step.Loss:R}, {step.Correct} correct, fingerprint {step.Fingerprint}",
        _ => stored.Alias,
    };
}
