using Ledger.Events.Hashing;
using Ledger.Events.Recorded;

namespace Ledger.Application.Projections;

/// <summary>What the run book holds of one run: its latest recorded history, and who worked on it.</summary>
internal sealed class RunEntry(Digest run)
{
    private readonly List<DerivationUsed> _used = [];
    private readonly List<TicketDrawn> _tickets = [];

    public Digest Run { get; } = run;

    public int Recording { get; private set; }

    public RunStarted? Started { get; private set; }

    public ILedgerEvent? Ended { get; private set; }

    public List<RunAttempt> Attempts { get; } = [];

    public int Replays { get; set; }

    public IReadOnlyList<DerivationUsed> Used => _used;

    public IReadOnlyList<TicketDrawn> Tickets => _tickets;

    // Who works on a run is no event: RunBoard knows it.
    public RunStatus Status => Ended switch
    {
        RunCompleted => RunStatus.Done,
        RunDiverged => RunStatus.Diverged,
        _ when Attempts is [.., { Status: AttemptStatus.Failed }] => RunStatus.Failed,
        _ => RunStatus.Stale,
    };

    public int RoundsDone => Ended is RunCompleted ? _tickets.Count : Math.Max(0, _tickets.Count - 1);

    /// <summary>Takes in an event of the run's stream; of several histories the one with the highest number counts.</summary>
    public void Apply(int recording, ILedgerEvent recorded)
    {
        if (recording < Recording)
        {
            return;
        }

        if (recording > Recording)
        {
            (Recording, Started, Ended) = (recording, null, null);
            _used.Clear();
            _tickets.Clear();
        }

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
