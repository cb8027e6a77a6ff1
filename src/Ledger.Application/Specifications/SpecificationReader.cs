using System.Text;
using Ledger.Application.Specifications.Drafts;
using Ledger.Application.Specifications.Reading;
using Ledger.Application.Specifications.Rules;
using Ledger.Application.Specifications.Yaml;

namespace Ledger.Application.Specifications;

/// <summary>Reads experiment files and reports everything that is wrong with them at once.</summary>
public sealed class SpecificationReader(SpecificationVocabulary vocabulary)
{
    private const long LargestFile = 1 << 20;

    private readonly ExperimentRules _rules = new(vocabulary);
    private readonly SpecificationExpansion _expansion = new(vocabulary);

    /// <summary>The experiment of a file; a file that cannot be read is a finding too.</summary>
    public SpecificationResult Read(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: > LargestFile }
                ? Unreadable(path, $"is larger than {LargestFile} bytes: an experiment file is a page of YAML")
                : Parse(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path)), path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Unreadable(path, $"cannot be read: {exception.Message}");
        }
        catch (DecoderFallbackException)
        {
            return Unreadable(path, "is not UTF-8: save it as UTF-8 text");
        }
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

            var draft = new DraftReader(findings).Read(root);
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

    private static SpecificationResult Unreadable(string path, string message) => new([new Finding(path, 1, "", message)]);
}
