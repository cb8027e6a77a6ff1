using Ledger.Application.Specifications.Drafts;
using Ledger.Application.Specifications.Yaml;

namespace Ledger.Application.Specifications.Reading;

/// <summary>Turns a YAML document into a draft and reports every key and value that does not fit; what does not fit is null.</summary>
internal sealed class DraftReader(FindingList findings)
{
    /// <summary>The whole file as a draft.</summary>
    public T Read<T>(FormNode root)
        where T : ISection => (T)Section(typeof(T), root, "");

    /// <summary>A section as a draft of a type known at run time.</summary>
    public object Section(Type type, FormNode? node, string place)
    {
        var keys = SectionKey.Of(type);
        if (node is not FormMapping mapping)
        {
            return Unread(type, node, place);
        }

        var given = Given(mapping, keys, place, out var meant);
        return SectionKey.Create(type, [.. keys.Select(key => given.TryGetValue(key.Name, out var entry)
            ? Value(key, entry.Value, Place.Inside(place, key.Name))
            : Absent(key, Place.Inside(place, key.Name), isMisspelt: meant.Contains(key.Name), hasOther: key.Other is { } other && (given.ContainsKey(other) || meant.Contains(other))))]);
    }

    /// <summary>A section that is no mapping: said once, then empty.</summary>
    private object Unread(Type type, FormNode? node, string place)
    {
        if (node is not null)
        {
            findings.Close(place);
            findings.Add(place, $"{Describe(node)} is not a section: write its keys below it, indented; {Known(SectionKey.Of(type))}");
        }

        return SectionKey.Create(type, [.. SectionKey.Of(type).Select(key => key is { IsSection: true, IsOptional: false } ? Section(key.Type, null, place) : null)]);
    }

    private Dictionary<string, FormEntry> Given(FormMapping mapping, IReadOnlyList<SectionKey> keys, string section, out HashSet<string> meant)
    {
        var given = new Dictionary<string, FormEntry>(StringComparer.Ordinal);
        meant = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in mapping.Entries)
        {
            var place = Place.Inside(section, entry.Key);
            if (!keys.Any(key => key.Name == entry.Key))
            {
                var free = keys.Select(static key => key.Name).Where(name => !mapping.Entries.Any(other => other.Key == name)).ToList();
                var guess = Spelling.Nearest(entry.Key, free);
                findings.Add(entry.Line, place, guess is null ? $"is not a key here; {Known(keys)}" : $"is not a key here; did you mean '{guess}'?");
                meant.Add(guess ?? "");
                findings.Close(guess is null ? place : Place.Inside(section, guess));
            }
            else if (!given.TryAdd(entry.Key, entry))
            {
                findings.Add(entry.Line, place, $"is given twice, first in line {given[entry.Key].Line}: keep one of them");
            }
            else
            {
                findings.Locate(place, entry.Line);
            }
        }

        return given;
    }

    private object? Absent(SectionKey key, string place, bool isMisspelt, bool hasOther)
    {
        if (key.Default is { } text && !isMisspelt)
        {
            return Value(key, FormParser.Parse(text)!, place);
        }

        if (!key.IsOptional && !isMisspelt && !hasOther)
        {
            findings.Add(place, $"is missing: add '{key.Name}:' with {key.Wanted}{(key.Other is { } other ? $", or '{other}:'" : "")}");
            findings.Close(place);
        }

        return key is { IsSection: true, IsOptional: false } ? Section(key.Type, null, place) : null;
    }

    private object? Value(SectionKey key, FormNode node, string place)
    {
        if (node is FormScalar { IsNull: true })
        {
            findings.Add(place, $"has no value: {(key.Default is null && !key.IsOptional ? "" : "remove it, or ")}give {key.Wanted}");
            return key is { IsSection: true, IsOptional: false } ? Section(key.Type, null, place) : null;
        }

        return (key.IsSection, key.ItemType) switch
        {
            (true, _) => Section(key.Type, node, place),
            _ when key.Type == typeof(FormNode) => node,
            (_, { } item) => List(item, key, node, place),
            _ => Scalar(key.Type, node, place),
        };
    }

    private Array? List(Type itemType, SectionKey key, FormNode node, string place)
    {
        if (node is not FormSequence sequence)
        {
            findings.Add(place, $"{Describe(node)} is not {key.Wanted}");
            return null;
        }

        var items = Array.CreateInstance(itemType, sequence.Items.Count);
        var isRead = true;
        for (var i = 0; i < items.Length; i++)
        {
            findings.Locate(Place.Item(place, i), sequence.Items[i].Line);
            var item = Item(itemType, sequence.Items[i], Place.Item(place, i));
            isRead &= item is not null;
            items.SetValue(item, i);
        }

        return isRead ? items : null;
    }

    private object? Item(Type type, FormNode node, string place)
    {
        if (!typeof(ISection).IsAssignableFrom(type))
        {
            return Scalar(type, node, place);
        }

        if (node is not FormScalar scalar || ShortForms.Find(type) is not { } form)
        {
            return Section(type, node, place);
        }

        var item = form.Parse(scalar.Text);
        if (item is null)
        {
            findings.Add(place, $"'{scalar.Text}' is not {form.Wanted}");
        }

        return item;
    }

    private object? Scalar(Type type, FormNode node, string place)
    {
        var form = ValueForms.Of(type);
        if (node is FormScalar { IsPlain: false } quoted && !form.IsText)
        {
            findings.Add(place, $"\"{quoted.Text}\" is in quotes: write {form.Wanted}, without them");
            return null;
        }

        var value = node is FormScalar scalar ? form.Parse(scalar.Text) : null;
        if (value is null)
        {
            findings.Add(place, $"{Describe(node)} is not {form.Wanted}");
        }

        return value;
    }

    private static string Describe(FormNode node) => node switch
    {
        FormScalar scalar => $"'{scalar.Text}'",
        FormSequence => "a list",
        _ => "a section",
    };

    private static string Known(IReadOnlyList<SectionKey> keys) => $"known here: {string.Join(", ", keys.Select(static key => key.Name))}";
}
