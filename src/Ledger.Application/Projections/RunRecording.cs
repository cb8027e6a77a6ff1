using Ledger.Events.Recorded;

namespace Ledger.Application.Projections;

/// <summary>One recorded history of a run, as far as the run book needs it.</summary>
internal sealed class RunRecording(int number)
{
    private readonly List<DerivationUsed> _used = [];
    private readonly List<TicketDrawn> _tickets = [];

    public int Number { get; } = number;

    /// <summary>True while it came from elsewhere and was not computed here.</summary>
    public bool IsUnconfirmed { get; set; }

    public RunStarted? Started { get; private set; }

    public ILedgerEvent? Ended { get; private set; }

    public IReadOnlyList<DerivationUsed> Used => _used;

    public IReadOnlyList<TicketDrawn> Tickets => _tickets;

    /// <summary>Takes in an event of the history's stream.</summary>
    public void Apply(ILedgerEvent recorded)
    {
        switch (recorded)
        {
            case RunStarted started:
                Started = started;
                break;
            case DerivationUsed used:
                _used.Add(used);
                break;
            case TicketDrawn ticket:
                _tickets.Add(ticket);
                break;
            case RunCompleted or RunDiverged:
                Ended = recorded;
                break;
        }
    }
}
