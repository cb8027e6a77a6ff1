using Ledger.Application.Specifications.Drafts;
using Ledger.Application.Specifications.Reading;
using Ledger.Application.Specifications.Rules;
using Ledger.Application.Specifications.Yaml;

namespace Ledger.Application.Specifications;

/// <summary>Reads experiment files and reports everything that is wrong with them at once.</summary>
public sealed class SpecificationReader(SpecificationVocabulary vocabulary)
{
    private readonly ExperimentRules _rules = new(vocabulary);
    private readonly SpecificationExpansion _expansion = new(vocabulary);

    /// <summary>The experiment of a file; a file that cannot be read is a finding too.</summary>
    public SpecificationResult Read(string path)
    {
        var (text, problem) = FormFile.Read(path, "an experiment file is a page of YAML");
        return text is null ? new SpecificationResult([new Finding(path, 1, "", problem!)]) : Parse(text, path);
    }

    /// <summary>The experiment of a text.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="path">What findings call the text.</param>
    public SpecificationResult Parse(string text, string path)
    {
        var findings = new FindingList(path);
        var draft = Draft(text.TrimStart('\uFEFF'), findings);
        return findings.Count == 0 ? new SpecificationResult(_expansion.Expand(draft!)) : new SpecificationResult(findings.InOrder);
    }

    private ExperimentDraft? Draft(string text, FindingList findings)
    {
        try
        {
            if (FormParser.Parse(text) is not { } root)
            {
                findings.Add("", "holds no experiment: see experiments/ for examples");
                return null;
            }

            var draft = new DraftReader(findings).Read<ExperimentDraft>(root);
            Check(draft, findings);
            return draft;
        }
        catch (FormException exception)
        {
            findings.Add(exception.Line, "", exception.Message);
            return null;
        }
    }

    /// <summary>Adds what the rules find, save where reading found something already.</summary>
    private void Check(ExperimentDraft draft, FindingList findings)
    {
        var failures = _rules.Validate(draft).Errors
            .Select(static failure => (Place: Place.OfProperty(failure.PropertyName), failure.ErrorMessage))
            .Where(failure => !findings.Has(failure.Place))
            .ToList();
        foreach (var (place, message) in failures)
        {
            findings.Add(place, message);
        }
    }
}
