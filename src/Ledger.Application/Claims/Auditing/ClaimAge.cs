using System.Globalization;

namespace Ledger.Application.Claims.Auditing;

/// <summary>How old a claim is, by positions of the ledger under audit, beside the derivations behind it.</summary>
/// <param name="Registered">The position of its registration, or null if it was not registered.</param>
/// <param name="Oldest">The position of the oldest derivation in the lineages that it speaks of, or null if there is none.</param>
/// <param name="Earlier">Derivations that were there before it was registered.</param>
/// <param name="Derivations">All derivations in those lineages.</param>
/// <param name="Elsewhere">Runs in other ledgers that it speaks of: beside these its age is not known.</param>
public sealed record ClaimAge(long? Registered, long? Oldest, int Earlier, int Derivations, int Elsewhere)
{
    /// <summary>In words.</summary>
    public string Text => Elsewhere > 0 && Registered is not null && Derivations > 0 ? $"{Here}; what lies in another ledger may be older" : Here;

    private string Here => this switch
    {
        { Registered: null } => "not registered: nothing shows that it was stated before the results",
        { Derivations: 0, Elsewhere: > 0 } => string.Create(CultureInfo.InvariantCulture, $"registered at position {Registered}; its evidence lies in another ledger: which is older is not known"),
        { Derivations: 0 } => string.Create(CultureInfo.InvariantCulture, $"registered at position {Registered}; nothing of it is computed yet"),
        { Earlier: 0 } => string.Create(CultureInfo.InvariantCulture, $"registered at position {Registered}, before anything of it was computed (position {Oldest})"),
        _ => string.Create(CultureInfo.InvariantCulture, $"registered at position {Registered}, after {Earlier} of its {Derivations} derivations were there (the oldest at position {Oldest})"),
    };
}
