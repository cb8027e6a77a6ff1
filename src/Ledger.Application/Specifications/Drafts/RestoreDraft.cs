using Ledger.Events.Specification;

namespace Ledger.Application.Specifications.Drafts;

/// <summary>Section <c>method.restore</c>.</summary>
internal sealed record RestoreDraft(
    [Default("rewind")] RestoreRule? Weights,
    [Default("zero")] RestoreRule? Slots,
    [Default("rewind")] RestoreRule? Schedule,
    [Default("rewind")] RestoreRule? Data) : ISection;
