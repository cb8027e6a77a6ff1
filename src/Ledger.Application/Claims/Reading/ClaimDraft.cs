using Ledger.Application.Specifications.Drafts;
using Ledger.Application.Specifications.Yaml;
using Ledger.Events.Claims;

namespace Ledger.Application.Claims.Reading;

/// <summary>One item of <c>claims</c>; what <c>assert</c> holds depends on the kinds of assertions in it.</summary>
internal sealed record ClaimDraft(
    string? Name,
    string? Text,
    [Default("record")] ClaimLevel? Level,
    string? Of,
    [Optional] int? Replicates,
    FormNode? Assert) : ISection;
