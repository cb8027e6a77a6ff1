using FluentValidation;
using Ledger.Application.Specifications.Drafts;

namespace Ledger.Application.Specifications.Rules;

/// <summary>Rules over a part of a draft that may look at all of it; each stops at a value's first mistake and passes over null.</summary>
internal abstract class Rules : AbstractValidator<ExperimentDraft>
{
    protected Rules() => RuleLevelCascadeMode = CascadeMode.Stop;
}
