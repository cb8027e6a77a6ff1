using Ledger.Events.Recorded;
using Ledger.Events.Streams;

namespace Ledger.Application.Projections;

/// <summary>The events of a run's latest recorded history, as the lineage needs them.</summary>
internal sealed class RunTrail(StreamName stream, RunStarted started)
{
    public StreamName Stream { get; } = stream;

    public RunStarted Started { get; } = started;

    public RewindPointMarked? RewindPoint { get; private set; }

    public RunCompleted? Completed { get; private set; }

    public List<TicketDrawn> Tickets { get; } = [];

    public List<DerivationUsed> Used { get; } = [];

    public void Apply(ILedgerEvent recorded)
    {
        switch (recorded)
        {
            case DerivationUsed used:
                Used.Add(used);
                break;
            case TicketDrawn ticket:
                Tickets.Add(ticket);
                break;
            case RewindPointMarked marked:
                RewindPoint = marked;
                break;
            case RunCompleted completed:
                Completed = completed;
                break;
        }
    }
}
