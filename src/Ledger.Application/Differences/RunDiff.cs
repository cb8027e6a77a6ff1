namespace Ledger.Application.Differences;

/// <summary>What a comparison of two runs found.</summary>
/// <param name="A">One.</param>
/// <param name="B">The other.</param>
/// <param name="Equal">Derivations, in program order, that are equal in key and bits before the two part.</param>
/// <param name="EqualSteps">Training steps among them, each compared.</param>
/// <param name="Difference">Where they part, or null if they are identical.</param>
/// <param name="Further">Parameters that differ too, beside those named in <paramref name="Difference"/>.</param>
/// <param name="After">What becomes of the derivations after the first one that differs.</param>
/// <param name="Lineage">Every derivation with its counterpart.</param>
/// <param name="Rounds">Rounds that both have.</param>
/// <param name="OnlyInA">Rounds that only one has.</param>
/// <param name="OnlyInB">Rounds that only the other has.</param>
/// <param name="Pixels">Of the last paired round: which inputs the first layer still reads, if samples are square images.</param>
/// <param name="NotStored">States that are not stored and were not rebuilt, so that their weights are not compared.</param>
public sealed record RunDiff(
    RunSide A,
    RunSide B,
    int Equal,
    long EqualSteps,
    LineageDifference? Difference,
    IReadOnlyList<ParameterDifference> Further,
    Aftermath After,
    IReadOnlyList<PairedDerivation> Lineage,
    IReadOnlyList<RoundDiff> Rounds,
    IReadOnlyList<RoundSide> OnlyInA,
    IReadOnlyList<RoundSide> OnlyInB,
    PixelUse? Pixels,
    IReadOnlyList<MissingStates> NotStored);
