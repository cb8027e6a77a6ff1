using Ledger.Events.Derivations;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Streams;

namespace Ledger.Application.Projections;

/// <summary>Which training began from which ticket.</summary>
internal sealed class TrainingIndex
{
    private readonly Dictionary<(Digest? Start, Digest? Mask), List<(StreamName Stream, DerivationKey Key)>> _byTicket = [];

    /// <summary>Takes in that a training began.</summary>
    public void Add(StreamName stream, TrainingStarted started)
    {
        // The inputs alone: reading the whole recipe of every training would be slow.
        var ticket = (started.Derivation.Input("start"), started.Derivation.Input("mask"));
        if (!_byTicket.TryGetValue(ticket, out var trainings))
        {
            _byTicket.Add(ticket, trainings = []);
        }

        trainings.Add((stream, started.Derivation.Key));
    }

    /// <summary>The latest history of the one training that began from a ticket; null if none did, or by several recipes.</summary>
    public StreamName? Of(TicketDrawn ticket) =>
        _byTicket.GetValueOrDefault((ticket.State, ticket.Mask)) is { } trainings && trainings.Select(static training => training.Key).Distinct().Count() == 1
            ? trainings[^1].Stream
            : null;
}
