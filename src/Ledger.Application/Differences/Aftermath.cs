namespace Ledger.Application.Differences;

/// <summary>The derivations after the first one that differs; of one lineage that goes on, all that the other lacks.</summary>
/// <param name="OnlyInA">Those that only one has.</param>
/// <param name="OnlyInB">Those that only the other has.</param>
/// <param name="InBoth">Those that both have, equal in key and output.</param>
public sealed record Aftermath(int OnlyInA, int OnlyInB, int InBoth);
