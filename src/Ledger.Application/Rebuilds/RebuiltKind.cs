namespace Ledger.Application.Rebuilds;

/// <summary>Kinds of files that can be rebuilt.</summary>
public enum RebuiltKind
{
    /// <summary>Parameters, and slots if it has any.</summary>
    State,

    /// <summary>Packed bits.</summary>
    Mask,

    /// <summary>Parameters to start from, and packed bits.</summary>
    Ticket,
}
