using Ledger.Application.Claims.Registering;

namespace Ledger.Cli.Answers;

/// <summary>Registered claims.</summary>
/// <param name="Claims">Each of them.</param>
public sealed record ClaimsAnswer(IReadOnlyList<RegisteredClaim> Claims);
