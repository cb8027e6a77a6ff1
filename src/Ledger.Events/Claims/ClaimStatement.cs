using System.Text.Json.Serialization;
using Ledger.Events.Canonical;
using Ledger.Events.Hashing;

namespace Ledger.Events.Claims;

/// <summary>What somebody claims of recorded results, in its canonical form.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Text">What it says, in words.</param>
/// <param name="Level">How strictly it wants to be checked at least.</param>
/// <param name="Of">The address of what it speaks of.</param>
/// <param name="Replicates">Replicates 0 … this number − 1 of an experiment; null for one run.</param>
/// <param name="Assertions">All must hold.</param>
public sealed record ClaimStatement(string Name, string Text, ClaimLevel Level, string Of, int? Replicates, IReadOnlyList<AssertionStatement> Assertions)
{
    /// <summary>SHA-256 of the canonical form: another word, another claim.</summary>
    [JsonIgnore]
    public Digest Digest => Digest.Of(CanonicalJson.Serialize(this));
}
