using System.Text.Json.Serialization;

namespace Ledger.Application.Claims.Attesting;

/// <summary>An in-toto statement (v1): what is said, by <see cref="Predicate"/>, of which files.</summary>
/// <param name="Type">The form of the statement.</param>
/// <param name="Subject">The files.</param>
/// <param name="PredicateType">The form of the predicate.</param>
/// <param name="Predicate">What is said.</param>
public sealed record InTotoStatement([property: JsonPropertyName("_type")] string Type, IReadOnlyList<InTotoSubject> Subject, string PredicateType, AuditPredicate Predicate)
{
    /// <summary>The form of statements.</summary>
    public const string Form = "https://in-toto.io/Statement/v1";

    /// <summary>The form of the predicate: what an audit found.</summary>
    public const string ClaimAudit = "urn:ledger:claim-audit:1";
}
