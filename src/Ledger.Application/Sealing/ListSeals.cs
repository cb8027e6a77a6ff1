using Ledger.Store.Contract;
using MediatR;

namespace Ledger.Application.Sealing;

/// <summary>Every seal that the ledger keeps, in the order of commits.</summary>
public sealed record ListSeals : IRequest<IReadOnlyList<RecordedSeal>>;

/// <summary>Handles <see cref="ListSeals"/>.</summary>
public sealed class ListSealsHandler(IEventStore store) : IRequestHandler<ListSeals, IReadOnlyList<RecordedSeal>>
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<RecordedSeal>> Handle(ListSeals request, CancellationToken cancellationToken) => store.Seals(cancellationToken);
}
