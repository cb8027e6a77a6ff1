using Ledger.Store.Contract;
using MediatR;

namespace Ledger.Application.Claims.Registering;

/// <summary>Every registered claim, in the order of registration.</summary>
public sealed record ListClaims : IRequest<IReadOnlyList<RegisteredClaim>>;

/// <summary>Handles <see cref="ListClaims"/>.</summary>
public sealed class ListClaimsHandler(ILedgerStore store) : IRequestHandler<ListClaims, IReadOnlyList<RegisteredClaim>>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<RegisteredClaim>> Handle(ListClaims request, CancellationToken cancellationToken) => (await ClaimDirectory.Read(store, cancellationToken)).Claims;
}
