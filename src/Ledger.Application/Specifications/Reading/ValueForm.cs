namespace Ledger.Application.Specifications.Reading;

/// <summary>How values of a type are written in an experiment file.</summary>
/// <param name="Wanted">What is wanted, to follow "is not" and "with".</param>
/// <param name="Parse">The value of a text, or null.</param>
/// <param name="Format">The text of a value.</param>
/// <param name="IsText">True if the value may stand in quotes.</param>
internal sealed record ValueForm(string Wanted, Func<string, object?> Parse, Func<object, string> Format, bool IsText = false);
