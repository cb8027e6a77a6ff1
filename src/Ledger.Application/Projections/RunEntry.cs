using Ledger.Events.Hashing;
using Ledger.Events.Recorded;

namespace Ledger.Application.Projections;

/// <summary>What the run book holds of one run: its recorded histories, and who worked on it.</summary>
internal sealed class RunEntry(Digest run)
{
    /// <summary>The run.</summary>
    public Digest Run { get; } = run;

    /// <summary>Its histories, in the order in which they appeared.</summary>
    public List<RunRecording> Recordings { get; init; } = [];

    /// <summary>Who worked on it, oldest first.</summary>
    public List<RunAttempt> Attempts { get; init; } = [];

    /// <summary>Replays that found every bit equal.</summary>
    public int Replays { get; set; }

    /// <summary>The history that counts: the latest one, imported ones behind those that were computed here.</summary>
    public RunRecording? Current => Recordings.Where(static recording => recording.Started is not null).OrderBy(static recording => recording.IsUnconfirmed ? 0 : 1).ThenBy(static recording => recording.Number).LastOrDefault();

    /// <summary>How it stands by its events: who works on a run is no event, RunBoard knows it.</summary>
    public RunStatus Status => Current?.Ended switch
    {
        { Result: not null } => RunStatus.Done,
        not null => RunStatus.Diverged,
        _ when Attempts is [.., { Status: AttemptStatus.Failed }] => RunStatus.Failed,
        _ => RunStatus.Stale,
    };

    /// <summary>Rounds whose training has ended.</summary>
    public int RoundsDone => Current switch
    {
        null => 0,
        { Ended.Result: not null } done => done.Tickets,
        var open => Math.Max(0, open.Tickets - 1),
    };

    /// <summary>A history of it, which begins here if it is not known yet.</summary>
    public RunRecording Recording(int number)
    {
        if (Recordings.Find(recording => recording.Number == number) is { } known)
        {
            return known;
        }

        var begun = new RunRecording(number);
        Recordings.Add(begun);
        return begun;
    }

    /// <summary>Takes in where a history came from.</summary>
    public void Apply(HistoryImported imported) => Recording(imported.Attempt).IsUnconfirmed = !imported.Trusted;

    /// <summary>Takes in that a history was computed here.</summary>
    public void Apply(HistoryConfirmed confirmed) => Recording(confirmed.Attempt).IsUnconfirmed = false;
}
