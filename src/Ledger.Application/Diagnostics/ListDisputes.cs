using Ledger.Application.History;
using Ledger.Events.Recorded;
using Ledger.Store.Contract;
using MediatR;

namespace Ledger.Application.Diagnostics;

/// <summary>Derivations whose recorded histories somebody contradicted.</summary>
public sealed record ListDisputes : IRequest<Disputes>;

/// <summary>What is known against recorded histories.</summary>
/// <param name="Disputed">Contradictions found.</param>
/// <param name="Refuted">Histories that the reference kernels contradict.</param>
public sealed record Disputes(IReadOnlyList<DerivationDisputed> Disputed, IReadOnlyList<DerivationRefuted> Refuted);

/// <summary>Handles <see cref="ListDisputes"/>.</summary>
public sealed class ListDisputesHandler(IEventStore store) : IRequestHandler<ListDisputes, Disputes>
{
    /// <inheritdoc/>
    public async Task<Disputes> Handle(ListDisputes request, CancellationToken cancellationToken)
    {
        var found = new List<ILedgerEvent>();
        await foreach (var stream in store.StreamsStartingWith("audit-", cancellationToken))
        {
            found.AddRange(await store.All(stream, cancellationToken));
        }

        return new Disputes([.. found.OfType<DerivationDisputed>()], [.. found.OfType<DerivationRefuted>()]);
    }
}
