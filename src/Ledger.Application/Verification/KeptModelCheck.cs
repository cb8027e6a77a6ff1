using Ledger.Application.Projections;
using Ledger.Store.Contract;

namespace Ledger.Application.Verification;

/// <summary>Compares a kept read model with the fold of the events that it says it has consumed.</summary>
internal sealed class KeptModelCheck(ILedgerStore store)
{
    /// <summary>What is wrong with it; null if nothing is, or if it is not kept or of another version and so never read.</summary>
    public async Task<IntegrityFinding?> Check<T>(CancellationToken cancellation)
        where T : IKeptProjection<T>
    {
        if (await store.Models.Load(T.Name, cancellation) is not { } kept || kept.Form != T.Form)
        {
            return null;
        }

        var last = await store.LastPosition(cancellation);
        if (kept.Position > last)
        {
            return Altered($"the kept {T.Name} has consumed {kept.Position} events, the ledger has {last}");
        }

        var folded = await new ProjectionRunner(store).FoldAnew<T>(kept.Position, cancellation);
        return folded.Position == kept.Position && kept.Content.Span.SequenceEqual(folded.Write())
            ? null
            : Altered($"the kept {T.Name} differs from what the first {kept.Position} events make");
    }

    private IntegrityFinding Altered(string problem) =>
        new(IntegrityKind.ModelAltered, $"{problem}, so lists may be wrong: `ledger store refresh --store '{store.Location}'` makes it anew");
}
