using Ledger.Application.Addresses;

namespace Ledger.Application.Claims.Subjects;

/// <summary>What a claim speaks of.</summary>
/// <param name="Address">As it was written.</param>
/// <param name="Slots">The runs: one, or one a declared replicate.</param>
/// <param name="Further">Replicates that were begun and that the claim leaves out.</param>
internal sealed record ClaimSubject(Address Address, IReadOnlyList<ReplicateSlot> Slots, int Further);
