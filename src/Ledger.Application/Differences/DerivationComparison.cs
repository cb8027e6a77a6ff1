using System.Text;
using System.Text.Json;
using Ledger.Application.Projections;
using Ledger.Events.Canonical;
using Ledger.Events.Derivations;

namespace Ledger.Application.Differences;

/// <summary>Which parameter or input makes two keys differ.</summary>
internal static class DerivationComparison
{
    private const string Absent = "absent";

    /// <summary>The first one, parameters in canonical order before inputs, with both values.</summary>
    public static (string What, string A, string B) First(LinkedDerivation a, LinkedDerivation b) =>
        a.Description is { } one && b.Description is { } other
            ? Parameter("", one.Parameters, other.Parameters) ?? Input(one, other) ?? ("arithmetic", one.Arithmetic, other.Arithmetic)
            : ("key", a.Key.ToString(), b.Key.ToString());

    private static (string What, string A, string B)? Parameter(string path, JsonElement a, JsonElement b) => (a.ValueKind, b.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => Members(a).Union(Members(b)).Order(StringComparer.Ordinal)
            .Select(name => Parameter(path.Length == 0 ? name : $"{path}.{name}", Member(a, name), Member(b, name)))
            .FirstOrDefault(static difference => difference is not null),
        (JsonValueKind.Array, JsonValueKind.Array) => Enumerable.Range(0, Math.Max(a.GetArrayLength(), b.GetArrayLength()))
            .Select(i => Parameter($"{path}[{i}]", Item(a, i), Item(b, i)))
            .FirstOrDefault(static difference => difference is not null),
        _ => Text(a) is var one && Text(b) is var other && one == other ? null : (path, one, other),
    };

    private static (string What, string A, string B)? Input(Derivation a, Derivation b) => a.Inputs.Keys.Union(b.Inputs.Keys).Order(StringComparer.Ordinal)
        .Where(role => a.Input(role) != b.Input(role))
        .Select(role => ($"input {role}", a.Input(role)?.ToString() ?? Absent, b.Input(role)?.ToString() ?? Absent))
        .Cast<(string, string, string)?>()
        .FirstOrDefault();

    private static IEnumerable<string> Members(JsonElement element) => element.EnumerateObject().Select(static member => member.Name);

    private static JsonElement Member(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value : default;

    private static JsonElement Item(JsonElement element, int index) => index < element.GetArrayLength() ? element[index] : default;

    private static string Text(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Undefined => Absent,
        JsonValueKind.String => element.GetString()!,
        _ => Encoding.UTF8.GetString(CanonicalJson.Canonicalize(element)),
    };
}
