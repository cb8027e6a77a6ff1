namespace Ledger.Application.Claims.Assertions;

/// <summary>What <c>counts</c> counts.</summary>
internal enum Counted
{
    /// <summary>Prunable weights that a round's ticket keeps.</summary>
    Kept,

    /// <summary>Training steps of a run, or of one round.</summary>
    Steps,

    /// <summary>Samples classified as labelled.</summary>
    Correct,

    /// <summary>Derivations that a run used.</summary>
    Derivations,
}
