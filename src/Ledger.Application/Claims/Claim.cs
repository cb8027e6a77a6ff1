using Ledger.Application.Claims.Assertions;
using Ledger.Events.Claims;

namespace Ledger.Application.Claims;

/// <summary>A claim as its file states it.</summary>
/// <param name="Statement">Its canonical form.</param>
/// <param name="File">The file.</param>
/// <param name="Line">Where it begins there.</param>
public sealed record Claim(ClaimStatement Statement, string File, int Line)
{
    /// <summary>What it asserts, ready to be checked.</summary>
    internal IReadOnlyList<Assertion> Assertions { get; init; } = [];
}
