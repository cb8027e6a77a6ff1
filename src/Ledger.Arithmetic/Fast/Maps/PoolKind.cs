namespace Ledger.Arithmetic.Fast.Maps;

/// <summary>What a pass does with each window.</summary>
internal enum PoolKind
{
    /// <summary>Takes the first maximum.</summary>
    Maximum,

    /// <summary>Gives the gradient to the first maximum, +0 to the others.</summary>
    MaximumGradient,

    /// <summary>Adds up.</summary>
    Sum,

    /// <summary>Gives the same to all elements.</summary>
    Spread,
}
