using Ledger.Events.Hashing;

namespace Ledger.Tickets.Methods;

/// <summary>A mask and the state that training starts from.</summary>
/// <param name="Mask">The mask's digest, or null for the dense network.</param>
/// <param name="State">The start state's digest.</param>
/// <param name="File">The digest of the ticket file, made of the state's parameters and the mask.</param>
public sealed record Ticket(Digest? Mask, Digest State, Digest File)
{
    /// <summary>The dense network's ticket: the file of a first state, which has no slots, is the ticket file.</summary>
    public static Ticket Dense(Digest initial) => new(Mask: null, initial, initial);
}
