using Ledger.Events.Hashing;

namespace Ledger.Application.Differences;

/// <summary>A derivation of one lineage and its counterpart in the other: the same kind at the same place of the same round.</summary>
/// <param name="Round">The round.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Split">Of an evaluation: the list of samples.</param>
/// <param name="A">One; null if it has none there.</param>
/// <param name="B">The other.</param>
/// <param name="Likeness">How alike they are.</param>
public sealed record PairedDerivation(int Round, string Kind, string? Split, DerivationEnd? A, DerivationEnd? B, Likeness Likeness);

/// <summary>One side of a pair of derivations.</summary>
/// <param name="Key">The derivation's key.</param>
/// <param name="Output">What came out; nothing for a training.</param>
/// <param name="Step">Of a state and an evaluation the trajectory's step; of a training the steps that the run used.</param>
public sealed record DerivationEnd(Digest Key, Digest? Output, int? Step);

/// <summary>How alike two derivations are.</summary>
public enum Likeness
{
    /// <summary>The same key and the same bits.</summary>
    Equal,

    /// <summary>Other keys: another thing was asked for, or another thing went in.</summary>
    OtherKey,

    /// <summary>The same key and other bits: one of the two is wrong, or follows from what is.</summary>
    OtherBits,

    /// <summary>Only one lineage has it.</summary>
    OnlyInA,

    /// <summary>Only the other lineage has it.</summary>
    OnlyInB,
}
