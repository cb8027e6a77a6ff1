using Ledger.Application.Addresses;
using Ledger.Application.Failures;
using Ledger.Application.History;
using Ledger.Application.Sealing;
using Ledger.Application.Specifications.Reading;
using Ledger.Events.Recorded;
using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Application.Claims.Registering;

/// <summary>The claims of a ledger by name and digest, in the order of their registration.</summary>
public sealed class ClaimDirectory
{
    private const int FewestDigits = 6;

    private readonly string _location;

    private ClaimDirectory(string location, IReadOnlyList<RegisteredClaim> claims) => (_location, Claims) = (location, claims);

    /// <summary>All of them.</summary>
    public IReadOnlyList<RegisteredClaim> Claims { get; }

    /// <summary>Reads the claims of a ledger.</summary>
    public static async Task<ClaimDirectory> Read(ILedgerStore store, CancellationToken cancellation = default)
    {
        var seals = (await store.Seals(cancellation)).Where(static recorded => recorded.Seal.IsSigned).ToArray();
        var claims = new List<RegisteredClaim>();
        await foreach (var stream in store.StreamsStartingWith($"{StreamNames.ClaimPrefix}-", cancellation))
        {
            if (await Read(store, stream, seals, cancellation) is { } claim)
            {
                claims.Add(claim);
            }
        }

        return new ClaimDirectory(store.Location, [.. claims.OrderBy(static claim => claim.Position)]);
    }

    /// <summary>The claim that a text names: its name, or the beginning of its digest.</summary>
    /// <exception cref="NotFoundException">None.</exception>
    /// <exception cref="AmbiguousAddressException">Several.</exception>
    public RegisteredClaim Find(string text)
    {
        var named = Claims.Where(claim => claim.Statement.Name == text).ToArray();
        var found = named.Length > 0 || text.Length < FewestDigits ? named : [.. Claims.Where(claim => claim.Claim.ToString().StartsWith(text, StringComparison.Ordinal))];
        return found.Length switch
        {
            1 => found[0],
            0 => throw new NotFoundException($"{_location} has no claim '{text}': {Spelling.Suggestion(text, Claims.Select(static claim => claim.Statement.Name))}`ledger claim ls` lists those that are registered, `ledger claim register FILE` registers others"),
            _ => throw new AmbiguousAddressException($"'{text}' names {found.Length} claims of {_location}: {string.Join(", ", found.AsEnumerable())}; name one by its digest"),
        };
    }

    private static async Task<RegisteredClaim?> Read(IEventStore store, StreamName stream, IReadOnlyList<RecordedSeal> seals, CancellationToken cancellation)
    {
        if (await store.ReadEvent(stream, 1, cancellation) is not { } first || EventCatalogue.Read(first) is not ClaimRegistered { Claim: var statement })
        {
            return null;
        }

        var digest = statement.Digest;
        return new RegisteredClaim(
            digest,
            statement,
            first.Position,
            seals.FirstOrDefault(recorded => recorded.Seal.Checkpoint.Size >= first.Position)?.Position,
            [.. (await store.All(stream, cancellation)).OfType<SeedDrawn>()],
            [.. (await store.All(StreamNames.Audit(digest), cancellation)).OfType<ClaimAudited>()]);
    }
}
