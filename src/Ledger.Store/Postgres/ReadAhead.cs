using System.Runtime.CompilerServices;
using Ledger.Events.Streams;

namespace Ledger.Store.Postgres;

/// <summary>Pages of numbered events one after another; while one is worked on, the next is on its way.</summary>
/// <param name="Size">Numbers of a page.</param>
/// <param name="Last">Asks for the last number there is.</param>
/// <param name="Page">Asks for the events of the page after a number.</param>
internal sealed record ReadAhead(int Size, Func<CancellationToken, Task<long>> Last, Func<long, CancellationToken, Task<List<StoredEvent>>> Page)
{
    /// <summary>All events after a number; those that are appended meanwhile too.</summary>
    public async IAsyncEnumerable<StoredEvent> Read(long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var abandoned = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var end = await Last(cancellation).ConfigureAwait(false);
        var next = after < end ? Page(after, abandoned.Token) : null;
        try
        {
            while (next is not null)
            {
                var page = await next.ConfigureAwait(false);
                after += Size;
                next = null;
                end = after < end ? end : await Last(cancellation).ConfigureAwait(false);
                next = after < end ? Page(after, abandoned.Token) : null;
                foreach (var stored in page)
                {
                    cancellation.ThrowIfCancellationRequested();
                    yield return stored;
                }
            }
        }
        finally
        {
            await abandoned.CancelAsync().ConfigureAwait(false);
            await (next ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
