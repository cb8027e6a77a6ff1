using System.Text;
using System.Text.Json;
using Ledger.Application.Projections;
using Ledger.Events.Canonical;
using Ledger.Events.Derivations;

namespace Ledger.Application.Differences;

/// <summary>Which parameters and inputs make two keys of one kind differ.</summary>
internal static class DerivationComparison
{
    /// <summary>All of them: parameters in canonical order, then inputs, which differ where something before them did.</summary>
    public static IReadOnlyList<ParameterDifference> All(LinkedDerivation a, LinkedDerivation b) => a.Description is { } one && b.Description is { } other
        ? [.. Parameters("", one.Parameters, other.Parameters), .. Inputs(one, other), .. Text("arithmetic", one.Arithmetic, other.Arithmetic)]
        : [new ParameterDifference("key", a.Key.ToString(), b.Key.ToString())];

    private static IEnumerable<ParameterDifference> Parameters(string path, JsonElement a, JsonElement b) => (a.ValueKind, b.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => Members(a).Union(Members(b)).Order(StringComparer.Ordinal)
            .SelectMany(name => Parameters(path.Length == 0 ? name : $"{path}.{name}", Member(a, name), Member(b, name))),
        (JsonValueKind.Array, JsonValueKind.Array) => Enumerable.Range(0, Math.Max(a.GetArrayLength(), b.GetArrayLength()))
            .SelectMany(i => Parameters($"{path}[{i}]", Item(a, i), Item(b, i))),
        _ => Text(path, Text(a), Text(b)),
    };

    private static IEnumerable<ParameterDifference> Inputs(Derivation a, Derivation b) => a.Inputs.Keys.Union(b.Inputs.Keys).Order(StringComparer.Ordinal)
        .SelectMany(role => Text($"input {role}", a.Input(role)?.ToString(), b.Input(role)?.ToString()));

    private static IEnumerable<ParameterDifference> Text(string what, string? a, string? b) =>
        a == b ? [] : [new ParameterDifference(what, a ?? ParameterDifference.Absent, b ?? ParameterDifference.Absent)];

    private static IEnumerable<string> Members(JsonElement element) => element.EnumerateObject().Select(static member => member.Name);

    private static JsonElement Member(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value : default;

    private static JsonElement Item(JsonElement element, int index) => index < element.GetArrayLength() ? element[index] : default;

    private static string? Text(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Undefined => null,
        JsonValueKind.String => element.GetString(),
        _ => Encoding.UTF8.GetString(CanonicalJson.Canonicalize(element)),
    };
}
