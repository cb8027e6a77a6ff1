using Ledger.Events.Hashing;

namespace Ledger.Events.Recorded;

/// <summary>A run's ticket of one round: the mask and the state that the round trains from.</summary>
/// <param name="Round">The round that trains it; round 0 is dense.</param>
/// <param name="Mask">The mask's digest; absent for the dense network.</param>
/// <param name="State">The start state's digest.</param>
/// <param name="Ticket">The digest of the ticket file, made of mask and state.</param>
/// <param name="Kept">Prunable weights kept.</param>
/// <param name="Total">Prunable weights.</param>
public sealed record TicketDrawn(int Round, Digest? Mask, Digest State, Digest Ticket, int Kept, int Total) : ILedgerEvent;
