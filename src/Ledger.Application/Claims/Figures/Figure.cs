using Ledger.Application.Claims.Statistics;

namespace Ledger.Application.Claims.Figures;

/// <summary>One figure of one run.</summary>
/// <param name="Run">Which run, as an address.</param>
/// <param name="Value">Exact.</param>
/// <param name="Text">For people, with the counts behind it.</param>
public sealed record Figure(string Run, Fraction Value, string Text);
