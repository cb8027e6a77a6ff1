using System.Runtime.CompilerServices;

namespace Ledger.Store;

/// <summary>A long answer as a sequence of short ones.</summary>
internal static class Pages
{
    /// <summary>All items, read page after page until one is not full.</summary>
    /// <param name="size">Items of a full page.</param>
    /// <param name="next">The page after a page; the first is asked for with an empty one.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static async IAsyncEnumerable<T> Read<T>(int size, Func<List<T>, Task<List<T>>> next, [EnumeratorCancellation] CancellationToken cancellation)
    {
        List<T> page = [];
        do
        {
            cancellation.ThrowIfCancellationRequested();
            page = await next(page).ConfigureAwait(false);
            foreach (var item in page)
            {
                cancellation.ThrowIfCancellationRequested();
                yield return item;
            }
        }
        while (page.Count == size);
    }
}
