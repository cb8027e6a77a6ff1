using Ledger.Application.Failures;
using Ledger.Application.History;
using Ledger.Events.Recorded;
using Ledger.Store.Contract;
using MediatR;

namespace Ledger.Application.Claims.Registering;

/// <summary>Records claims before their results; one that is there already stays where it stands.</summary>
public sealed record RegisterClaims(IReadOnlyList<Claim> Claims) : IRequest<IReadOnlyList<RegisteredClaim>>;

/// <summary>Handles <see cref="RegisterClaims"/>.</summary>
public sealed class RegisterClaimsHandler(ILedgerStore store) : IRequestHandler<RegisterClaims, IReadOnlyList<RegisteredClaim>>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<RegisteredClaim>> Handle(RegisterClaims request, CancellationToken cancellationToken)
    {
        foreach (var statement in request.Claims.Select(static claim => claim.Statement))
        {
            if (await store.Append(StreamNames.Claim(statement.Digest), 0, [EventCatalogue.ToNew(new ClaimRegistered(statement))], cancellationToken) is AppendResult.Conflict conflict)
            {
                throw new LedgerConflictException($"{StreamNames.Claim(statement.Digest)}, version {conflict.Version}, holds something else than this claim: `ledger verify` lists what is damaged");
            }
        }

        var registered = (await ClaimDirectory.Read(store, cancellationToken)).Claims.ToDictionary(static claim => claim.Claim);
        return [.. request.Claims.Select(claim => registered[claim.Statement.Digest])];
    }
}
