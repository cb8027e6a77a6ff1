using System.Globalization;

namespace Ledger.Application.Specifications.Drafts;

/// <summary>An experiment's seed as written: a number, or <c>from-claim</c>.</summary>
/// <param name="Value">The number; 0 while it is not drawn.</param>
/// <param name="IsFromClaim">True if it is drawn from a claim.</param>
internal readonly record struct ExperimentSeed(ulong Value, bool IsFromClaim = false)
{
    /// <summary>How a seed that is drawn is written.</summary>
    public const string FromClaim = "from-claim";

    /// <inheritdoc/>
    public override string ToString() => IsFromClaim ? FromClaim : Value.ToString(CultureInfo.InvariantCulture);
}
