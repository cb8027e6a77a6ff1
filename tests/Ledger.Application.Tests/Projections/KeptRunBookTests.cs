using System.Text;
using System.Text.Json;
using Ledger.Application.Projections;
using Ledger.Application.Tests.Scenarios;
using Ledger.Events.Canonical;
using Ledger.Events.Recorded;
using Ledger.Events.Streams;
using Ledger.Tickets.Derivations;

namespace Ledger.Application.Tests.Projections;

/// <summary>A kept run book never changes an answer, wherever it was kept.</summary>
public sealed class KeptRunBookTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_KeptAtAnyPositionOfARealLedger_GoesOnAsFromTheStart()
    {
        using var bench = new Bench();
        await bench.Run(TinyExperiment.Specification.With(every: 4), [0, 1], cancellation: Cancellation);
        await bench.Run(TinyExperiment.Specification.With(rounds: 3, every: 6), cancellation: Cancellation);
        using var store = bench.Open();

        Same(await store.ReadAll(0, "step_trained", Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public void Read_KeptAtAnyPositionOfAnUnusualLedger_GoesOnAsFromTheStart()
    {
        var (started, dense) = (new RunStarted(HandMadeLedger.Experiment, 0, 1), new TicketDrawn(0, null, HandMadeLedger.Named("a"), HandMadeLedger.Named("a"), 8, 8));
        var training = HandMadeLedger.Something(Kinds.Train, "dense");
        var evaluated = new TicketEvaluated(HandMadeLedger.Something(Kinds.Evaluate, "e"), HandMadeLedger.Named("b"), 3, 10, null);
        var use = new DerivationUsed(0, Kinds.Evaluate, evaluated.Derivation.Key, 1, evaluated.Output, 4, null, "test");
        var later = new TicketEvaluated(HandMadeLedger.Something(Kinds.Evaluate, "l"), HandMadeLedger.Named("c"), 4, 10, 0.1f);
        var ledger = new HandMadeLedger().Attempt("first", new AttemptInterrupted()).InRun(started, dense).Trained(0, training, 4, HandMadeLedger.Named("state"))
            .InRun(use)
            .Add(new StreamName("audit-x"), new DerivationDisputed(Kinds.Train, training.Key, 1, 3, default, default))
            .Add(new StreamName($"eval-{evaluated.Derivation.Key.Digest.ToBase32()}"), evaluated)
            .Used(0, later, 8, "test").Used(0, new TicketEvaluated(HandMadeLedger.Something(Kinds.Evaluate, "v"), HandMadeLedger.Named("d"), 5, 10, 0.2f), 8, "validation")
            .Attempt("second", new AttemptFailed("\"out\" of disk")).InRun(new RunDiverged(0, training.Key, 9)).InRun(2, started, dense)
            .Add(new StreamName("audit-y"), new HistoryImported("run", new(HandMadeLedger.Run), 2, default, false))
            .Add(new StreamName("audit-y"), new HistoryConfirmed("run", new(HandMadeLedger.Run), 2))
            .Add(new StreamName("audit-y"), new ReplayVerified(HandMadeLedger.Run, 1, 1, default, default))
            .Add(new StreamName("train-another"), new TrainingStarted(training)).InRun(2, new RunCompleted(HandMadeLedger.Named("result")));

        Same(ledger.Events);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("no JSON")]
    [InlineData("""{"disputed":[],"evaluations":[],"experiments":[],"runs":[null],"states":[],"trainings":[]}""")]
    [InlineData("""{"disputed":[], "evaluations":[],"experiments":[],"runs":[],"states":[],"trainings":[]}""")]
    public void Read_Damaged_IsNoJson(string content) => Assert.ThrowsAny<JsonException>(() => RunBook.Read(1, Encoding.UTF8.GetBytes(content)));

    private static void Same(IReadOnlyList<StoredEvent> events)
    {
        var whole = new RunBook();
        var growing = new RunBook();
        Apply(whole, events);
        for (var count = 0; count <= events.Count; count++)
        {
            var kept = RunBook.Read(growing.Position, growing.Write());
            Assert.Equal(Answers(growing), Answers(kept));
            Apply(kept, events.Skip(count));
            Assert.Equal(Answers(whole), Answers(kept));
            Assert.Equal(whole.Write(), kept.Write());
            Apply(growing, events.Skip(count).Take(1));
        }
    }

    private static void Apply(RunBook book, IEnumerable<StoredEvent> events)
    {
        foreach (var stored in events)
        {
            book.Apply(stored);
        }
    }

    private static string Answers(RunBook book) =>
        $"{book.Position} {Encoding.UTF8.GetString(CanonicalJson.Serialize(book.Runs.ToList()))} {Encoding.UTF8.GetString(CanonicalJson.Serialize(book.Experiments.ToList()))}";
}
