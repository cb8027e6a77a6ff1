namespace Ledger.Application.Differences;

/// <summary>States of one side that are no longer stored.</summary>
/// <param name="Side"><c>A</c> or <c>B</c>.</param>
/// <param name="States">How many.</param>
/// <param name="Steps">Training steps that rebuilding them takes.</param>
public sealed record MissingStates(string Side, int States, long Steps);
