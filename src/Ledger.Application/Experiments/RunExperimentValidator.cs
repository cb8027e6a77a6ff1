using FluentValidation;

namespace Ledger.Application.Experiments;

/// <summary>What a <see cref="RunExperiment"/> must be.</summary>
public sealed class RunExperimentValidator : AbstractValidator<RunExperiment>
{
    /// <summary>The rules.</summary>
    public RunExperimentValidator()
    {
        RuleFor(static command => command.Experiment.SeedClaim).Null().WithMessage("the seed is not drawn from claim '{PropertyValue}' yet");
        RuleFor(static command => command.Jobs).InclusiveBetween(1, 1024).WithMessage("--jobs is {PropertyValue}, wanted 1 to 1024");
        RuleFor(static command => command.Replicates).NotEmpty().WithMessage("no replicate to run: name some with --replicates 0..2");
        RuleForEach(static command => command.Replicates).InclusiveBetween(0, 9999).WithMessage("replicate {PropertyValue} is not between 0 and 9999");
    }
}
