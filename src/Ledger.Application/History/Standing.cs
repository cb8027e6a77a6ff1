using Ledger.Events.Recorded;

namespace Ledger.Application.History;

/// <summary>What is known against the recorded histories of one derivation.</summary>
/// <param name="Refutations">Histories that the reference contradicted, with the first wrong step of a training.</param>
/// <param name="Disputes">Histories that somebody contradicted.</param>
public sealed record Standing(IReadOnlyList<DerivationRefuted> Refutations, IReadOnlyList<DerivationDisputed> Disputes)
{
    /// <summary>True if nothing may be answered from the history any more, at this step or at all.</summary>
    public bool IsRefuted(int attempt, int? step = null) =>
        Refutations.Any(refuted => refuted.Attempt == attempt && (step is null || refuted.Step is null || refuted.Step <= step));
}
