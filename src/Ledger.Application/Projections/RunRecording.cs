using Ledger.Events.Recorded;
using Ledger.Tickets.Derivations;

namespace Ledger.Application.Projections;

/// <summary>One recorded history of a run, as far as the run book needs it.</summary>
internal sealed class RunRecording(int number)
{
    /// <summary>Which history.</summary>
    public int Number { get; } = number;

    /// <summary>True while it came from elsewhere and was not computed here.</summary>
    public bool IsUnconfirmed { get; set; }

    /// <summary>What the run is, once that is recorded.</summary>
    public RunStarted? Started { get; set; }

    /// <summary>How it ended, once it has.</summary>
    public RecordedEnd? Ended { get; set; }

    /// <summary>The latest ticket.</summary>
    public TicketDrawn? Ticket { get; set; }

    /// <summary>How many tickets there are.</summary>
    public int Tickets { get; set; }

    /// <summary>How far each round was trained.</summary>
    public List<RoundSteps> Steps { get; init; } = [];

    /// <summary>The latest evaluation on each list of samples, and later ones that are not recorded yet.</summary>
    public List<UsedEvaluation> Evaluations { get; init; } = [];

    /// <summary>The derivations used, by the identity of their streams.</summary>
    public List<string> Used { get; init; } = [];

    /// <summary>Takes in an event of the history's stream.</summary>
    public void Apply(ILedgerEvent recorded)
    {
        switch (recorded)
        {
            case RunStarted started:
                Started = started;
                break;
            case TicketDrawn ticket:
                Ticket = ticket;
                Tickets++;
                break;
            case RunCompleted completed:
                Ended = new RecordedEnd(completed.Result);
                break;
            case RunDiverged:
                Ended = new RecordedEnd(Result: null);
                break;
        }
    }

    /// <summary>Takes in that a derivation was used.</summary>
    public void Use(DerivationUsed used)
    {
        Used.Add(used.Key.Digest.ToBase32());
        if (used.Kind == Kinds.State)
        {
            Train(used.Round, used.Step ?? 0);
        }
    }

    /// <summary>Takes in that an evaluation was used.</summary>
    /// <param name="used">Which.</param>
    /// <param name="isRecorded">True if its outcome is known: those of the same samples before it will never count again.</param>
    public void Use(UsedEvaluation used, bool isRecorded)
    {
        var first = Evaluations.FindIndex(other => other.Split == used.Split);
        if (isRecorded && first >= 0)
        {
            Evaluations.RemoveAll(other => other.Split == used.Split);
            Evaluations.Insert(first, used);
            return;
        }

        Evaluations.Add(used);
    }

    /// <summary>The step of the last state taken in a round, 0 if none was.</summary>
    public int StepsOf(int round) => Steps.Find(known => known.Round == round)?.Steps ?? 0;

    private void Train(int round, int steps)
    {
        if (Steps.FindIndex(known => known.Round == round) is var i and >= 0)
        {
            Steps[i] = new RoundSteps(round, Math.Max(Steps[i].Steps, steps));
            return;
        }

        Steps.Add(new RoundSteps(round, steps));
    }
}
