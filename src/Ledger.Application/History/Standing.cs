using Ledger.Events.Recorded;

namespace Ledger.Application.History;

/// <summary>What is known of the recorded histories of one derivation or run: what speaks against them, and which came from elsewhere.</summary>
/// <param name="Refutations">Histories that the reference contradicted, with the first wrong step of a training.</param>
/// <param name="Disputes">Histories that somebody contradicted.</param>
/// <param name="Imports">Histories that came from another ledger.</param>
/// <param name="Confirmations">Imported histories that were computed here and found equal.</param>
public sealed record Standing(
    IReadOnlyList<DerivationRefuted> Refutations, IReadOnlyList<DerivationDisputed> Disputes, IReadOnlyList<HistoryImported> Imports, IReadOnlyList<HistoryConfirmed> Confirmations)
{
    /// <summary>True if nothing may be answered from the history any more, at this step or at all.</summary>
    public bool IsRefuted(int attempt, int? step = null) =>
        Refutations.Any(refuted => refuted.Attempt == attempt && (step is null || refuted.Step is null || refuted.Step <= step));

    /// <summary>True if the history came from elsewhere, nobody vouches for it, and it was not computed here yet (of a training: up to this step).</summary>
    public bool IsUnconfirmed(int attempt, int? step = null) =>
        Imports.Any(imported => imported.Attempt == attempt)
        && !IsTrusted(attempt)
        && !Confirmations.Any(confirmed => confirmed.Attempt == attempt && (step is null || confirmed.Step is null || confirmed.Step >= step));

    /// <summary>True if the user vouches for an imported history.</summary>
    public bool IsTrusted(int attempt) => Imports.Any(imported => imported.Attempt == attempt && imported.Trusted);
}
