namespace Ledger.Events.Claims;

/// <summary>One assertion of a claim, every value in its one written form.</summary>
/// <param name="Kind">What is asserted, for example <c>accuracy</c>.</param>
/// <param name="Settings">Its keys with their values; absent keys are left out.</param>
public sealed record AssertionStatement(string Kind, SortedDictionary<string, string> Settings);
