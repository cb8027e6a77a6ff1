using System.Text.RegularExpressions;
using Ledger.Application.Claims.Assertions;
using Ledger.Application.Specifications;
using Ledger.Application.Specifications.Reading;
using Ledger.Application.Specifications.Rules;
using Ledger.Application.Specifications.Yaml;
using Ledger.Events.Claims;

namespace Ledger.Application.Claims.Reading;

/// <summary>Reads claim files and reports everything that is wrong with one at once.</summary>
public static partial class ClaimReader
{
    private const int MostReplicates = 1000;

    /// <summary>The claims of a file; a file that cannot be read is a finding too.</summary>
    public static ClaimReading Read(string path)
    {
        var (text, problem) = FormFile.Read(path, "a claim file is a page of YAML");
        return text is null ? new ClaimReading([], [new Finding(path, 1, "", problem!)]) : Parse(text, path);
    }

    /// <summary>The claims of a text.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="path">What findings call the text.</param>
    public static ClaimReading Parse(string text, string path)
    {
        var findings = new FindingList(path);
        var claims = Claims(text, path, findings);
        return findings.Count == 0 ? new ClaimReading(claims, []) : new ClaimReading([], findings.InOrder);
    }

    private static Claim[] Claims(string text, string path, FindingList findings)
    {
        try
        {
            if (FormParser.Parse(text) is not { } root)
            {
                findings.Add("", "holds no claims: docs/audit.md shows how to write them");
                return [];
            }

            var reader = new DraftReader(findings);
            var drafts = reader.Read<ClaimsDraft>(root).Claims ?? [];
            var claims = drafts.Select((draft, index) => Claim(reader, draft, drafts, Place.Item("claims", index), path, findings)).ToArray();
            return findings.Count == 0 ? claims : [];
        }
        catch (FormException exception)
        {
            findings.Add(exception.Line, "", exception.Message);
            return [];
        }
    }

    private static Claim Claim(DraftReader reader, ClaimDraft draft, IReadOnlyList<ClaimDraft> all, string place, string path, FindingList findings)
    {
        Check(draft, all, place, findings);
        var assertions = Assertions(reader, draft, Place.Inside(place, "assert"), findings);
        if (findings.Count > 0)
        {
            return new Claim(new ClaimStatement("", "", default, "", null, []), path, 0);
        }

        var statement = new ClaimStatement(
            draft.Name!, draft.Text!, draft.Level!.Value, draft.Of!, draft.Replicates, [.. assertions.Select(AssertionCatalogue.Statement)]);
        return new Claim(statement, path, findings.LineOf(place)) { Assertions = assertions };
    }

    private static void Check(ClaimDraft draft, IReadOnlyList<ClaimDraft> all, string place, FindingList findings)
    {
        if (draft.Name is { } name && !NameForm().IsMatch(name))
        {
            findings.Add(Place.Inside(place, "name"), $"'{name}' is not a name: use a-z, 0-9, '.', '_' and '-', and start with a letter or digit");
        }
        else if (draft.Name is not null && all.TakeWhile(other => !ReferenceEquals(other, draft)).Any(other => other.Name == draft.Name))
        {
            findings.Add(Place.Inside(place, "name"), $"'{draft.Name}' names two claims of this file: give one another name");
        }

        if (draft.Text is { } text && Unstorable.Find(text) is { } unstorable)
        {
            findings.Add(Place.Inside(place, "text"), $"{unstorable} cannot be stored: remove it");
        }

        if (draft.Replicates is < 1 or > MostReplicates)
        {
            findings.Add(Place.Inside(place, "replicates"), $"{draft.Replicates} is not between 1 and {MostReplicates}");
        }

        foreach (var (_, message) in AddressRule.Mistakes("of", draft.Of))
        {
            findings.Add(Place.Inside(place, "of"), message);
        }
    }

    private static List<Assertion> Assertions(DraftReader reader, ClaimDraft draft, string place, FindingList findings)
    {
        if (draft.Assert is not FormMapping mapping)
        {
            if (draft.Assert is not null)
            {
                findings.Add(place, $"is not a section: write assertions below it, indented; known here: {string.Join(", ", AssertionCatalogue.Names)}");
            }

            return [];
        }

        if (mapping.Entries.Count == 0)
        {
            findings.Add(place, $"asserts nothing; known here: {string.Join(", ", AssertionCatalogue.Names)}");
        }

        var assertions = new List<Assertion>();
        foreach (var entry in mapping.Entries)
        {
            var inside = Place.Inside(place, entry.Key);
            findings.Locate(inside, entry.Line);
            if (AssertionCatalogue.Find(entry.Key) is not { } kind)
            {
                findings.Add(entry.Line, inside, $"is no assertion; {Spelling.Suggestion(entry.Key, AssertionCatalogue.Names)}known here: {string.Join(", ", AssertionCatalogue.Names)}");
            }
            else if (mapping.Entries.TakeWhile(other => other != entry).Any(other => other.Key == entry.Key))
            {
                findings.Add(entry.Line, inside, "is given twice: write a claim of its own for the second one");
            }
            else
            {
                Add(reader, kind, entry, inside);
            }
        }

        return assertions;

        void Add(DraftReader reader, Type kind, FormEntry entry, string inside)
        {
            var before = findings.Count;
            var assertion = (Assertion)reader.Section(kind, entry.Value, inside);
            assertions.Add(assertion);
            foreach (var (key, message) in findings.Count == before ? assertion.Mistakes(draft.Replicates) : [])
            {
                findings.Add(key.Length == 0 ? inside : Place.Inside(inside, key), message);
            }
        }
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9._-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex NameForm();
}
