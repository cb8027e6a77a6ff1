using Ledger.Events.Hashing;
using Ledger.Events.Recorded;

namespace Ledger.Application.Projections;

/// <summary>What the run book holds of one run: its recorded histories, and who worked on it.</summary>
internal sealed class RunEntry(Digest run)
{
    private readonly SortedDictionary<int, RunRecording> _recordings = [];

    public Digest Run { get; } = run;

    public int Recording => Current?.Number ?? 0;

    public bool IsUnconfirmed => Current?.IsUnconfirmed ?? false;

    public RunStarted? Started => Current?.Started;

    public ILedgerEvent? Ended => Current?.Ended;

    public List<RunAttempt> Attempts { get; } = [];

    public int Replays { get; set; }

    public IReadOnlyList<DerivationUsed> Used => Current?.Used ?? [];

    public IReadOnlyList<TicketDrawn> Tickets => Current?.Tickets ?? [];

    // Who works on a run is no event: RunBoard knows it.
    public RunStatus Status => Ended switch
    {
        RunCompleted => RunStatus.Done,
        RunDiverged => RunStatus.Diverged,
        _ when Attempts is [.., { Status: AttemptStatus.Failed }] => RunStatus.Failed,
        _ => RunStatus.Stale,
    };

    public int RoundsDone => Ended is RunCompleted ? Tickets.Count : Math.Max(0, Tickets.Count - 1);

    // The latest one counts, imported ones behind those that were computed here.
    private RunRecording? Current => _recordings.Values.Where(static recording => recording.Started is not null).OrderBy(static recording => recording.IsUnconfirmed ? 0 : 1).ThenBy(static recording => recording.Number).LastOrDefault();

    /// <summary>Takes in an event of one of the run's streams.</summary>
    public void Apply(int recording, ILedgerEvent recorded) => Of(recording).Apply(recorded);

    /// <summary>Takes in where a history came from.</summary>
    public void Apply(HistoryImported imported) => Of(imported.Attempt).IsUnconfirmed = !imported.Trusted;

    /// <summary>Takes in that a history was computed here.</summary>
    public void Apply(HistoryConfirmed confirmed) => Of(confirmed.Attempt).IsUnconfirmed = false;

    private RunRecording Of(int number)
    {
        if (!_recordings.TryGetValue(number, out var recording))
        {
            _recordings.Add(number, recording = new RunRecording(number));
        }

        return recording;
    }
}
