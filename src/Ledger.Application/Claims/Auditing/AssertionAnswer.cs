using Ledger.Application.Claims.Assertions;
using Ledger.Application.Claims.Figures;
using Ledger.Events.Claims;

namespace Ledger.Application.Claims.Auditing;

/// <summary>What an audit found about one assertion.</summary>
/// <param name="Kind">What is asserted.</param>
/// <param name="Verdict">The answer.</param>
/// <param name="Asked">What was asserted, in words.</param>
/// <param name="Found">What is so; absent where evidence is missing.</param>
/// <param name="Test">The statistical test, if one was made.</param>
/// <param name="Figures">The figures behind it.</param>
/// <param name="Missing">What is missing, and how to get it.</param>
public sealed record AssertionAnswer(string Kind, ClaimVerdict Verdict, string Asked, string? Found, string? Test, IReadOnlyList<FigureAnswer> Figures, IReadOnlyList<Gap> Missing)
{
    /// <summary>The answer that a judgement gives.</summary>
    internal static AssertionAnswer Of(string kind, Judgement judgement) => new(
        kind, judgement.Verdict, judgement.Asked, judgement.Found, judgement.Test, [.. judgement.Figures.Select(static figure => new FigureAnswer(figure.Run, figure.Text))], judgement.Missing);
}
