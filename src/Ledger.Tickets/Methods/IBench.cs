using Ledger.Events.Hashing;
using Ledger.Tickets.Derivations;

namespace Ledger.Tickets.Methods;

/// <summary>
/// What a method does to networks: operations that are computed or found in the ledger, and recorded in the run, in the order
/// of the calls. A method holds digests, never numbers.
/// </summary>
public interface IBench
{
    /// <summary>Draws the first state.</summary>
    Task<Digest> Initialize(int round, InitializeWeights operation);

    /// <summary>The state of a trajectory after some steps; trains as far as nobody has yet.</summary>
    /// <exception cref="DivergedException">The trajectory ends before that step.</exception>
    Task<Digest> StateAt(int round, Train trajectory, int step);

    /// <summary>Chooses the state that later rounds return to.</summary>
    Task MarkRewindPoint(Train trajectory, int step, Digest state);

    /// <summary>Prunes a mask further.</summary>
    Task<Digest> DrawMask(int round, DrawMask operation);

    /// <summary>Makes the state that a ticket trains from.</summary>
    Task<Ticket> Rewind(int round, RewindWeights operation);

    /// <summary>Notes the ticket that a round trains.</summary>
    Task DrawTicket(int round, Ticket ticket);

    /// <summary>Counts what a state does on a list of samples.</summary>
    Task Evaluate(int round, int step, string split, Evaluate operation);
}
