using Ledger.Application.Claims.Figures;
using Ledger.Events.Claims;

namespace Ledger.Application.Claims.Assertions;

/// <summary>What is found about one assertion.</summary>
/// <param name="Verdict">Holds, refuted or unsupported.</param>
/// <param name="Asked">What was asserted, in words.</param>
/// <param name="Found">What is so, in words; null where evidence is missing.</param>
/// <param name="Test">The statistical test, if one was made.</param>
/// <param name="Figures">The figures behind it.</param>
/// <param name="Missing">What is missing.</param>
public sealed record Judgement(ClaimVerdict Verdict, string Asked, string? Found, string? Test, IReadOnlyList<Figure> Figures, IReadOnlyList<Gap> Missing)
{
    /// <summary>One that evidence is missing for.</summary>
    public static Judgement Unsupported(string asked, params IReadOnlyList<Gap> missing) => new(ClaimVerdict.Unsupported, asked, Found: null, Test: null, [], missing);

    /// <summary>One without figures.</summary>
    public static Judgement Of(bool holds, string asked, string found) => new(holds ? ClaimVerdict.Holds : ClaimVerdict.Refuted, asked, found, Test: null, [], []);
}
