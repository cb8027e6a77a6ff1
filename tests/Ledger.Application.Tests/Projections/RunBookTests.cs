using Ledger.Application.History;
using Ledger.Application.Projections;
using Ledger.Events.Recorded;
using Ledger.Tickets.Derivations;

namespace Ledger.Application.Tests.Projections;

public sealed class RunBookTests
{
    private static readonly RunStarted Started = new(HandMadeLedger.Experiment, 0, 1);
    private static readonly TicketDrawn Dense = new(0, null, HandMadeLedger.Named("start"), HandMadeLedger.Named("start"), 8, 8);
    private static readonly TicketDrawn Sparse = new(1, HandMadeLedger.Named("mask"), HandMadeLedger.Named("rewound"), HandMadeLedger.Named("ticket"), 6, 8);

    private readonly HandMadeLedger _ledger = new();

    private BookedRun Booked => _ledger.Fold<RunBook>().Of(HandMadeLedger.Run)!;

    [Fact]
    public void Status_NothingOfTheRunRecorded_IsStale()
    {
        _ledger.Attempt("first");

        Assert.Equal(RunStatus.Stale, Booked.Status);
    }

    [Fact]
    public void Status_AttemptWithoutEnd_IsStale()
    {
        _ledger.Attempt("first").InRun(Started, Dense);

        Assert.Equal((RunStatus.Stale, 0, 0), (Booked.Status, Booked.Round, Booked.RoundsDone));
    }

    [Fact]
    public void Status_LatestAttemptDecides()
    {
        _ledger.Attempt("first", new AttemptInterrupted()).InRun(Started, Dense).Attempt("second", new AttemptFailed("out of disk"));

        Assert.Equal(RunStatus.Failed, Booked.Status);
        Assert.Equal((AttemptStatus.Interrupted, "out of disk"), (Booked.Attempts[0].Status, Booked.Attempts[1].Reason));
        Assert.Equal("second", Booked.Name);
    }

    [Fact]
    public void Status_AttemptAfterTheEnd_IsStillDone()
    {
        _ledger.Attempt("first", new AttemptCompleted(5, 0)).InRun(Started, Dense, Sparse, new RunCompleted(HandMadeLedger.Named("result"))).Attempt("second");

        Assert.Equal((RunStatus.Done, 1, 2), (Booked.Status, Booked.Round, Booked.RoundsDone));
        Assert.Equal(HandMadeLedger.Named("result"), Booked.Result);
    }

    [Fact]
    public void Status_Diverged_IsDiverged()
    {
        _ledger.InRun(Started, Dense, new RunDiverged(0, default, 3));

        Assert.Equal(RunStatus.Diverged, Booked.Status);
    }

    [Fact]
    public void Apply_FurtherHistoryOfTheRun_ForgetsTheFirst()
    {
        _ledger.InRun(Started, Dense, Sparse, new RunCompleted(HandMadeLedger.Named("wrong"))).InRun(2, Started, Dense).InRun(1, Sparse);

        Assert.Equal((2, 0, null), (Booked.Recording, Booked.Round, Booked.Result));
    }

    [Fact]
    public void Evaluations_SeveralOfASplit_LastOneCounts()
    {
        _ledger.InRun(Started, Dense)
            .Used(0, new TicketEvaluated(HandMadeLedger.Something(Kinds.Evaluate, "early"), HandMadeLedger.Named("a"), 3, 10, 1f), 5, "test")
            .Used(0, new TicketEvaluated(HandMadeLedger.Something(Kinds.Evaluate, "late"), HandMadeLedger.Named("b"), 7, 10, 0.5f), 9, "test");

        Assert.Equal(new EvaluationUse("test", 9, 7, 10, 0.5f), Assert.Single(Booked.Evaluations));
    }

    [Fact]
    public void Steps_TwoRounds_AddsTheLastStepOfEach()
    {
        var (dense, sparse) = (HandMadeLedger.Something(Kinds.Train, "dense"), HandMadeLedger.Something(Kinds.Train, "sparse"));
        _ledger.InRun(Started, Dense)
            .Trained(0, dense, 4, HandMadeLedger.Named("rewind point")).Trained(0, dense, 12, HandMadeLedger.Named("end"))
            .InRun(Sparse).Trained(1, sparse, 8, HandMadeLedger.Named("end 1"));

        Assert.Equal(20, Booked.Steps);
    }

    [Fact]
    public void Disputes_OfATrajectoryTheRunUsed_AreCounted()
    {
        var (mine, other) = (HandMadeLedger.Something(Kinds.Train, "mine"), HandMadeLedger.Something(Kinds.Train, "other"));
        _ledger.InRun(Started, Dense).Trained(0, mine, 4, HandMadeLedger.Named("state"));
        foreach (var training in new[] { mine, other })
        {
            _ledger.Add(StreamNames.Audit(training.Key), new DerivationDisputed(Kinds.Train, training.Key, 1, 3, default, default));
        }

        Assert.Equal(1, Booked.Disputes);
    }

    [Fact]
    public void Apply_EventAgain_ChangesNothing()
    {
        _ledger.Attempt("first").InRun(Started, Dense);
        var book = _ledger.Fold<RunBook>();

        book.Apply(_ledger.Events[0]);

        Assert.Single(book.Of(HandMadeLedger.Run)!.Attempts);
        Assert.Equal(_ledger.Events.Count, book.Position);
    }
}
