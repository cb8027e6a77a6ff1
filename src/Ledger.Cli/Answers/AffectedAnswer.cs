using Ledger.Events.Hashing;

namespace Ledger.Cli.Answers;

/// <summary>Derivations that a version of the program computed.</summary>
/// <param name="Version">The version asked for.</param>
/// <param name="Affected">Each derivation.</param>
public sealed record AffectedAnswer(string Version, IReadOnlyList<AffectedResult> Affected);

/// <summary>One derivation, and who computed it.</summary>
/// <param name="Run">The run that it was computed for.</param>
/// <param name="Version">The version, in full.</param>
/// <param name="Device">The kernels.</param>
/// <param name="Stream">Where it is recorded.</param>
/// <param name="FromStep">Of a training: the step before the first one.</param>
/// <param name="ToStep">Of a training: the last one.</param>
public sealed record AffectedResult(Digest Run, string Version, string Device, string Stream, int? FromStep, int? ToStep);
