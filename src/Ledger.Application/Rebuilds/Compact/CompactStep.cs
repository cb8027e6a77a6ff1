using System.Text.Json;
using Ledger.Application.Materials;
using Ledger.Events.Canonical;
using Ledger.Events.Derivations;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Tickets.Derivations;

namespace Ledger.Application.Rebuilds.Compact;

/// <summary>One derivation on the way from the seed to a ticket, as a compact file holds it.</summary>
/// <param name="Alias">Which event records it.</param>
/// <param name="Body">The event.</param>
/// <param name="Training">Of a captured state: its trajectory.</param>
/// <param name="From">Of a captured state: the state to go on from.</param>
/// <param name="FromStep">Of a captured state: the steps that led there.</param>
internal sealed record CompactStep(string Alias, JsonElement Body, Derivation? Training, Digest? From, int FromStep)
{
    /// <summary>A step of a plan.</summary>
    public static CompactStep Of(PlannedDerivation planned) => new(
        EventCatalogue.AliasOf(planned.Maker.GetType()), CanonicalJson.ToElement(planned.Maker), planned.Train?.Describe(), planned.From, planned.FromStep);

    /// <summary>The step of a plan.</summary>
    /// <exception cref="JsonException">The alias names no derivation, or the body is not its event.</exception>
    public PlannedDerivation ToPlanned() =>
        EventCatalogue.All.TryGetValue(Alias, out var type) && CanonicalJson.Deserialize(CanonicalJson.Canonicalize(Body), type) is IDerivationEvent maker
            ? new PlannedDerivation(maker, Training is { } training ? Train.Of(training) : null, From, FromStep)
            : throw new JsonException($"'{Alias}' is no derivation that this version knows");
}
