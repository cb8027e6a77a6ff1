namespace Ledger.Application.Differences;

/// <summary>The derivations after the first pair that differs; where one lineage has a derivation that the other lacks, from that one on.</summary>
/// <param name="OnlyInA">Those that only one has.</param>
/// <param name="OnlyInB">Those that only the other has.</param>
/// <param name="InBoth">Those that both have, equal in key and output.</param>
public sealed record Aftermath(int OnlyInA, int OnlyInB, int InBoth);
