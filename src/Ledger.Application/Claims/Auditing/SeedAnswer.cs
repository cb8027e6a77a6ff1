namespace Ledger.Application.Claims.Auditing;

/// <summary>How an experiment's seed was chosen.</summary>
/// <param name="Experiment">The experiment, short.</param>
/// <param name="Claim">The claim that it was drawn from, short.</param>
/// <param name="IsOfThisClaim">True if that is the claim under audit.</param>
/// <param name="IsSealHere">True if the ledger keeps the seal itself, so that its events could be compared with it.</param>
/// <param name="Trouble">What does not fit, or null if seed, seal and claim fit together.</param>
public sealed record SeedAnswer(string Experiment, string Claim, bool IsOfThisClaim, bool IsSealHere, string? Trouble)
{
    /// <summary>In words.</summary>
    public string Text => Trouble is null
        ? $"the seed of experiment {Experiment} was drawn from the seal over {(IsOfThisClaim ? "this claim" : $"claim {Claim}")}: no trial with it was possible before, and this alone excludes earlier trials{(IsSealHere ? "" : "; the seal itself is not in here: compare it with the one that was given away")}"
        : $"the seed of experiment {Experiment} is said to be drawn from claim {Claim}, and is not: {Trouble}";
}
