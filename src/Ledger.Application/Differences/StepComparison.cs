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
        await using var other = ledgerB.ReadStream(b.Stream, 2, cancellation).GetAsyncEnumerator(cancellation);
        await foreach (var stored in ledgerA.ReadStream(a.Stream, 2, cancellation))
        {
            if (stored.Version > last + 1)
            {
                break;
            }

            var found = await other.MoveNextAsync() ? other.Current : null;
            if (found is null || found.Alias != stored.Alias || !found.Body.Span.SequenceEqual(stored.Body.Span))
            {
                return ((int)(stored.Version - 1), Text(stored), Text(found));
            }
        }

        return null;
    }

    private static string Text(StoredEvent? stored) => stored is null ? "nothing" : EventCatalogue.Read(stored) switch
    {
        StepTrained step => $"loss {step.Loss:R}, {step.Correct} correct, fingerprint {step.Fingerprint}",
        _ => stored.Alias,
    };
}
