using System.Text.Json;
using System.Text.Json.Serialization;
using Ledger.Events.Canonical;
using Ledger.Events.Hashing;

namespace Ledger.Events.Derivations;

/// <summary>
/// A deterministic operation: an output that depends on nothing but this description. Defaults are expanded; a parameter
/// added later is left out at its neutral value, so that old keys stay valid.
/// </summary>
/// <param name="Kind">What is done and the version of how, for example <c>train/1</c>.</param>
/// <param name="Arithmetic">The name of the arithmetic.</param>
/// <param name="Parameters">Every parameter that the output depends on, as canonical JSON.</param>
/// <param name="Inputs">The digests of what goes in, by role.</param>
public sealed record Derivation(string Kind, string Arithmetic, JsonElement Parameters, SortedDictionary<string, Digest> Inputs)
{
    /// <summary>The digest of the canonical description: equal keys have equal outputs.</summary>
    [JsonIgnore]
    public DerivationKey Key => new(Digest.Of(CanonicalJson.Serialize(this)));

    /// <summary>A derivation of <paramref name="kind"/> with typed parameters; null inputs are left out.</summary>
    public static Derivation Of(string kind, string arithmetic, object parameters, params ReadOnlySpan<(string Role, Digest? Digest)> inputs)
    {
        var given = new SortedDictionary<string, Digest>(StringComparer.Ordinal);
        foreach (var (role, digest) in inputs)
        {
            if (digest is { } present)
            {
                given.Add(role, present);
            }
        }

        return new Derivation(kind, arithmetic, CanonicalJson.ToElement(parameters), given);
    }

    /// <summary>The parameters as the type that describes this kind.</summary>
    public T ParametersAs<T>() => CanonicalJson.Deserialize<T>(CanonicalJson.Canonicalize(Parameters));

    /// <summary>The input of a role, or null when the role is empty.</summary>
    public Digest? Input(string role) => Inputs.TryGetValue(role, out var digest) ? digest : null;
}
