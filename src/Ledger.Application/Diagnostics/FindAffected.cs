using Ledger.Application.History;
using Ledger.Events.Canonical;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Store.Contract;
using MediatR;

namespace Ledger.Application.Diagnostics;

/// <summary>Derivations that a version of ledger computed.</summary>
/// <param name="Version">How the version begins.</param>
public sealed record FindAffected(string Version) : IRequest<IReadOnlyList<AffectedDerivation>>;

/// <summary>A derivation that an attempt computed.</summary>
/// <param name="Run">The run it was computed for.</param>
/// <param name="Version">The version that computed it.</param>
/// <param name="Device">What computed it.</param>
/// <param name="Computed">The derivation.</param>
public sealed record AffectedDerivation(Digest Run, string Version, string Device, DerivationComputed Computed);

/// <summary>Handles <see cref="FindAffected"/>.</summary>
public sealed class FindAffectedHandler(IEventStore store) : IRequestHandler<FindAffected, IReadOnlyList<AffectedDerivation>>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<AffectedDerivation>> Handle(FindAffected request, CancellationToken cancellationToken)
    {
        var attempts = new List<(long Position, IEnumerable<AffectedDerivation> Derivations)>();
        await foreach (var stream in store.StreamsStartingWith("attempt-", cancellationToken))
        {
            if (await store.ReadEvent(stream, 1, cancellationToken) is { Metadata: { } metadata } stored && EventCatalogue.Read(stored) is AttemptStarted attempt
                && CanonicalJson.Deserialize<EnvironmentReport>(metadata.Span) is var environment && environment.Version.StartsWith(request.Version, StringComparison.Ordinal))
            {
                var events = await store.All(stream, cancellationToken);
                attempts.Add((stored.Position, events.OfType<DerivationComputed>().Select(computed => new AffectedDerivation(attempt.Run, environment.Version, environment.Device, computed))));
            }
        }

        // Attempts have random names; the order of their commits is the one to show.
        return [.. attempts.OrderBy(static attempt => attempt.Position).SelectMany(static attempt => attempt.Derivations)];
    }
}
