using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Streams;

namespace Ledger.Application.Projections;

/// <summary>Which training began from which ticket.</summary>
internal sealed class TrainingIndex
{
    private readonly Dictionary<string, BookedTraining> _byTicket = [];

    /// <summary>Goes on from what is known.</summary>
    public TrainingIndex(IEnumerable<BookedTraining> known)
    {
        foreach (var training in known)
        {
            _byTicket[training.Ticket] = training;
        }
    }

    /// <summary>One training a ticket, in the order of their first.</summary>
    public IEnumerable<BookedTraining> All => _byTicket.Values;

    /// <summary>Takes in that a training began.</summary>
    public void Add(StreamName stream, TrainingStarted started)
    {
        // The inputs alone: reading the whole recipe of every training would be slow.
        var ticket = Ticket(started.Derivation.Input("start"), started.Derivation.Input("mask"));
        _byTicket[ticket] = new BookedTraining(ticket, stream, _byTicket.GetValueOrDefault(ticket) is not { } known || (known.IsOnly && known.Stream.Identity == stream.Identity));
    }

    /// <summary>The latest history of the one training that began from a ticket; null if none did, or by several recipes.</summary>
    public StreamName? Of(TicketDrawn ticket) => _byTicket.GetValueOrDefault(Ticket(ticket.State, ticket.Mask)) is { IsOnly: true } training ? training.Stream : null;

    private static string Ticket(Digest? start, Digest? mask) => $"{start?.ToBase32()} {mask?.ToBase32()}";
}
