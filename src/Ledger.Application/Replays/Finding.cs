using Ledger.Application.Replays.Bisection;

namespace Ledger.Application.Replays;

/// <summary>A difference, with what is to be recorded against the history that is wrong.</summary>
/// <param name="Difference">For the user; its round is that of whoever asks.</param>
/// <param name="Refutation">Null where the record was altered: then nothing is known of whoever computed it.</param>
internal sealed record Finding(ReplayDifference Difference, Refutation? Refutation = null)
{
    /// <summary>With the first number that differs, if it is known.</summary>
    public Finding At(ElementDifference? element, int? step = null) =>
        element is null ? this : this with { Difference = Difference with { Element = element, ElementStep = step } };
}
