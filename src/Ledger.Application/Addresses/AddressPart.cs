namespace Ledger.Application.Addresses;

/// <summary>Which object of a round an address names.</summary>
public enum AddressPart
{
    /// <summary>The state that the round trains from.</summary>
    Start,

    /// <summary>The last state that the run took of the round's training.</summary>
    End,

    /// <summary>The mask.</summary>
    Mask,

    /// <summary>The ticket file, made of mask and start state.</summary>
    Ticket,
}
