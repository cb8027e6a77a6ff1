using Ledger.Store.Contract;
using MediatR;

namespace Ledger.Application.Claims.Registering;

/// <summary>One registered claim.</summary>
/// <param name="Name">Its name, or the beginning of its digest.</param>
public sealed record ShowClaim(string Name) : IRequest<RegisteredClaim>;

/// <summary>Handles <see cref="ShowClaim"/>.</summary>
public sealed class ShowClaimHandler(ILedgerStore store) : IRequestHandler<ShowClaim, RegisteredClaim>
{
    /// <inheritdoc/>
    public async Task<RegisteredClaim> Handle(ShowClaim request, CancellationToken cancellationToken) => (await ClaimDirectory.Read(store, cancellationToken)).Find(request.Name);
}
