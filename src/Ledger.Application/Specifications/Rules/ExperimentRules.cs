using System.Text.RegularExpressions;

namespace Ledger.Application.Specifications.Rules;

/// <summary>Everything that must hold of an experiment.</summary>
internal sealed partial class ExperimentRules : Rules
{
    public ExperimentRules(SpecificationVocabulary vocabulary)
    {
        var facts = new DraftFacts(vocabulary);
        RuleFor(draft => draft.Name).Satisfies(
            static (_, name) => NameForm().IsMatch(name),
            static (_, name) => $"'{name}' is not a name: use a-z, 0-9, '.', '_' and '-', and start with a letter or digit");
        RuleFor(draft => draft.Notes).Storable();
        RuleFor(draft => draft.Seed).Satisfies(
            static (draft, seed) => !seed.IsFromClaim || draft.Claim is not null,
            static (_, _) => "from-claim names no claim: add 'claim:' with the name or digest of a registered one");
        RuleFor(draft => draft.Claim).Satisfies(
            static (draft, _) => draft.Seed is null or { IsFromClaim: true },
            static (_, claim) => $"'{claim}' has no say in a seed that is a number: write seed: from-claim, or remove it");
        RuleFor(draft => draft.Replicates).Between(1, 1000);
        RuleFor(draft => draft.Initialiser).KnownVersion("initialiser", vocabulary.Initialisers);
        Include(new DataRules(vocabulary, facts));
        Include(new SyntheticRules());
        Include(new SampleRules("Data.Files", static draft => draft.Data.Files));
        Include(new NetworkRules(vocabulary, facts));
        Include(new TrainingRules(vocabulary, facts));
        Include(new OptimiserRules());
        Include(new ImageRules(facts));
        Include(new ScheduleRules(facts));
        Include(new FallRules(facts));
        Include(new MethodRules(vocabulary, facts));
        Include(new PruneRules(vocabulary, facts));
        Include(new RestoreRules());
        Include(new EvaluateRules(vocabulary, facts));
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9._-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex NameForm();
}
