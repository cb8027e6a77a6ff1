using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Ledger.Cli.Schemas;

/// <summary>What the docstrings of types say, from the XML files beside the program.</summary>
internal static partial class Docstrings
{
    private static readonly ConcurrentDictionary<Assembly, IReadOnlyDictionary<string, XElement>> Files = [];

    /// <summary>The summary of a type; null if it has none here.</summary>
    public static string? Of(Type type) => Member($"T:{Name(type)}", type.Assembly)?.Element("summary") is { } summary ? Text(summary) : null;

    /// <summary>What stands about a member of an answer: the parameter of a record, or the summary of a property.</summary>
    public static string? Of(JsonPropertyInfo member)
    {
        var declaring = (member.AttributeProvider as MemberInfo)?.DeclaringType;
        if (declaring is null)
        {
            return null;
        }

        var name = ((MemberInfo)member.AttributeProvider!).Name;
        var parameter = Member($"T:{Name(declaring)}", declaring.Assembly)?.Elements("param").FirstOrDefault(element => (string?)element.Attribute("name") == name);
        return (parameter ?? Member($"P:{Name(declaring)}.{name}", declaring.Assembly)?.Element("summary")) is { } found ? Text(found) : null;
    }

    private static XElement? Member(string name, Assembly assembly) => Files.GetOrAdd(assembly, Read).GetValueOrDefault(name);

    private static Dictionary<string, XElement> Read(Assembly assembly)
    {
        var path = Path.ChangeExtension(assembly.Location, ".xml");
        return File.Exists(path)
            ? XDocument.Load(path).Descendants("member").ToDictionary(static member => (string)member.Attribute("name")!, StringComparer.Ordinal)
            : [];
    }

    private static string Name(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    /// <summary>The text alone: references by their last name, white space as one blank.</summary>
    private static string Text(XElement element)
    {
        var words = element.Nodes().Select(static node => node switch
        {
            XElement { Name.LocalName: "see" or "paramref" } reference => Last(((string?)reference.Attribute("cref") ?? (string?)reference.Attribute("name") ?? "")),
            XElement other => other.Value,
            _ => node.ToString(),
        });
        return Blank().Replace(string.Concat(words), " ").Trim();
    }

    private static string Last(string reference) => reference[(reference.LastIndexOfAny(['.', ':']) + 1)..];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
