using Ledger.Application.History;
using Ledger.Application.Projections;
using Ledger.Events.Derivations;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Tickets.Derivations;

namespace Ledger.Application.Tests.Projections;

public sealed class TicketLineageTests
{
    private static readonly Digest Start = HandMadeLedger.Named("start");
    private static readonly Digest RewindPoint = HandMadeLedger.Named("rewind point");
    private static readonly Digest End = HandMadeLedger.Named("end");
    private static readonly Digest Mask = HandMadeLedger.Named("mask");
    private static readonly Digest Rewound = HandMadeLedger.Named("rewound");
    private static readonly Derivation Dense = HandMadeLedger.Something(Kinds.Train, "dense", ("start", Start));
    private static readonly Derivation Sparse = HandMadeLedger.Something(Kinds.Train, "sparse", ("start", Rewound), ("mask", Mask));

    private readonly HandMadeLedger _ledger = Ledger();

    private RunLineage Lineage => _ledger.Fold<TicketLineage>().Of(HandMadeLedger.Run)!;

    [Fact]
    public void Rounds_DenseOne_KeepsEveryWeightOfTheNetwork()
    {
        var round = Lineage.Rounds[0];

        Assert.Equal((null, Start, End), (round.Mask, round.Start, round.End));
        Assert.Equal(new LayerDensity("fc1.weight", 8, 8, null, 0), Assert.Single(round.Layers));
    }

    [Fact]
    public void Rounds_LaterOne_HasItsMaskDensitiesAndEvaluations()
    {
        var round = Lineage.Rounds[1];

        Assert.Equal((Mask, Rewound, 6), (round.Mask, round.Start, round.Kept));
        Assert.Equal(new LayerDensity("fc1.weight", 6, 8, 0.5f, 1), Assert.Single(round.Layers));
        Assert.Equal(new EvaluationUse("test", 8, 7, 10, 0.5f), Assert.Single(round.Evaluations));
    }

    [Fact]
    public void Trajectory_StatesOnTheWay_EndsAtTheLast()
    {
        var round = Lineage.Rounds[0];

        Assert.Equal(new TrajectoryUse(Dense.Key, 1, StreamNames.Of(Kinds.Train, Dense.Key, 1), 12), round.Trajectory);
        Assert.Equal([4, 12], round.States.Select(static state => state.Step));
        Assert.Equal(new RewindPointMarked(Dense.Key, 4, RewindPoint), Lineage.RewindPoint);
    }

    [Fact]
    public void Derivations_OfARound_StandInOrderWithTheTrainingBeforeItsStates()
    {
        Assert.Equal([Kinds.Initialize, Kinds.Train, Kinds.State, Kinds.State], Lineage.Rounds[0].Derivations.Select(static link => link.Kind));
        Assert.Equal([Kinds.DrawMask, Kinds.Rewind, Kinds.Train, Kinds.State, Kinds.Evaluate], Lineage.Rounds[1].Derivations.Select(static link => link.Kind));
        Assert.Equal(Sparse.Inputs, Lineage.Rounds[1].Derivations[2].Description!.Inputs);
    }

    [Fact]
    public void Apply_FurtherHistoryOfTheRun_TakesItsPlace()
    {
        _ledger.InRun(2, new RunStarted(HandMadeLedger.Experiment, 0, 1), new TicketDrawn(0, null, Start, Start, 8, 8));

        Assert.Equal(StreamNames.Run(HandMadeLedger.Run, 2), Lineage.Stream);
        Assert.Single(Lineage.Rounds);
    }

    private static HandMadeLedger Ledger() => new HandMadeLedger()
        .InRun(new RunStarted(HandMadeLedger.Experiment, 0, 1))
        .Used(0, new WeightsInitialized(new InitializeWeights(HandMadeLedger.Network, "glorot_normal/1", 1).Describe(), Start))
        .InRun(new TicketDrawn(0, null, Start, Start, 8, 8))
        .Trained(0, Dense, 4, RewindPoint)
        .InRun(new RewindPointMarked(Dense.Key, 4, RewindPoint))
        .Trained(0, Dense, 12, End)
        .Used(1, new MaskDrawn(HandMadeLedger.Something(Kinds.DrawMask, "mask", ("final", End)), Mask, [new LayerDensity("fc1.weight", 6, 8, 0.5f, 1)]))
        .Used(1, new WeightsRewound(HandMadeLedger.Something(Kinds.Rewind, "rewind", ("mask", Mask), ("state", RewindPoint)), Rewound, HandMadeLedger.Named("ticket")))
        .InRun(new TicketDrawn(1, Mask, Rewound, HandMadeLedger.Named("ticket"), 6, 8))
        .Trained(1, Sparse, 8, HandMadeLedger.Named("end 1"))
        .Used(1, new TicketEvaluated(HandMadeLedger.Something(Kinds.Evaluate, "test"), HandMadeLedger.Named("numbers"), 7, 10, 0.5f), 8, "test");
}
