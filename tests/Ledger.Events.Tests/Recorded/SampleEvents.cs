using Ledger.Events.Claims;
using Ledger.Events.Derivations;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Seals;
using Ledger.Events.Specification;
using Ledger.Events.Tests.Seals;

namespace Ledger.Events.Tests.Recorded;

/// <summary>One event of every type, with every member set.</summary>
public static class SampleEvents
{
    private static readonly Digest A = Digest.Of("a"u8);
    private static readonly Digest B = Digest.Of("b"u8);
    private static readonly Derivation Some = Derivation.Of("kind/1", "exact-f32/1", new { batch = 60, rate = 0.1m }, ("state", A), ("mask", B));

    /// <summary>The events; their golden bodies stand in Golden.</summary>
    public static IReadOnlyList<ILedgerEvent> All { get; } =
    [
        new ExperimentDeclared(new ExperimentSpecification(
            new DataSpecification("synthetic", 100, new SyntheticSpecification(64, 10, 1000, 200, 96, ulong.MaxValue)),
            "mlp:64-32-10",
            "glorot_normal/1",
            new TrainingSpecification(500, 60, "sgd/1", 0.9m, 0.0005m, 0.1m, [250, 375], 0.1m),
            new PruningSpecification("imp/1", 3, 100, "magnitude/1", PruningScope.Global, "exact_floor/1", 0.2m, 0.1m, new RestoreSpecification(RestoreRule.Rewind, RestoreRule.Zero, RestoreRule.Restart, RestoreRule.Rewind)),
            new EvaluationSpecification(["train", "test"], 100),
            42)),
        new RunStarted(A, 3, 12297829382473034410),
        new DerivationUsed(1, "state/1", Some.Key, 2, A, 500, B, "test"),
        new RewindPointMarked(Some.Key, 100, A),
        new TicketDrawn(2, A, B, A, 170, 266),
        new RunCompleted(A),
        new RunDiverged(1, Some.Key, 17),
        new WeightsInitialized(Some, A),
        new TrainingStarted(Some),
        new StepTrained(12345, 0.09512347f, 59, new Hex128(0x0123456789abcdef, 0xfedcba9876543210)),
        new TrainingDiverged(17),
        new StateCaptured(Some, 1, A, B),
        new MaskDrawn(Some, A, [new LayerDensity("fc1.weight", 8, 10, 0.012345679f, 2), new LayerDensity("fc2.weight", 4, 4, null, 0)]),
        new WeightsRewound(Some, A, B),
        new TicketEvaluated(Some, A, 9012, 10000, 0.3141593f),
        new AttemptStarted(A, "A name, \"quoted\": äöü 😀", B),
        new DerivationComputed("train/1", Some.Key, 1, 101, 500),
        new AttemptInterrupted(),
        new AttemptFailed("/data is full:\n\tfree some space"),
        new AttemptCompleted(1000, 500),
        new DerivationDisputed("train/1", Some.Key, 1, 77, A, B),
        new DerivationRefuted("train/1", Some.Key, 1, 77),
        new ReplayVerified(A, 12, 4000, B, A),
        new ReplaySampled(A, 5, 48, 18446744073709551615, 4000, B),
        new HistoryImported("state/1", Some.Key, 2, A, false),
        new HistoryConfirmed("train/1", Some.Key, 2, 500),
        LedgerSealed.Of(Seal.Parse(SampleSeal.Note, SampleSeal.Key)),
        new ClaimRegistered(new ClaimStatement("sparse-is-as-good", "Says \"so\": äöü 😀", ClaimLevel.Recompute, "quick/3", 3,
            [new AssertionStatement("accuracy", new SortedDictionary<string, string>(StringComparer.Ordinal) { ["split"] = "test", ["at_least"] = "0.886", ["over"] = "median" })])),
        new ClaimAudited(A, ClaimLevel.Record, ClaimVerdict.Holds, 497, B, A),
        new SeedDrawn(A, 12297829382473034410, B, 17, SampleSeal.Key, SampleSeal.Note),
    ];
}
