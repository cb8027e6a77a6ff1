using Ledger.Events.Hashing;

namespace Ledger.Cli.Answers;

/// <summary>What a rebuild would compute.</summary>
/// <param name="Steps">Training steps.</param>
/// <param name="Plan">Each derivation, in order.</param>
public sealed record RebuildPlanAnswer(int Steps, IReadOnlyList<PlannedStep> Plan);

/// <summary>One derivation of a plan.</summary>
/// <param name="Output">What comes out; absent for a state that was never taken before.</param>
/// <param name="What">What is done, for people.</param>
/// <param name="Steps">Training steps.</param>
public sealed record PlannedStep(Digest? Output, string What, int Steps);
