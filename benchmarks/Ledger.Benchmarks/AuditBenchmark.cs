using System.Diagnostics;
using Ledger.Application.Claims.Auditing;
using Ledger.Application.Claims.Reading;
using Ledger.Application.Composition;
using Ledger.Application.Data;
using Ledger.Application.Experiments;
using Ledger.Application.Specifications;
using Ledger.Application.Training;
using Ledger.Application.Verification;
using Ledger.Benchmarks.Stores;
using Ledger.Events.Claims;
using Ledger.Store.Contract;
using Ledger.Store.Sqlite;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Benchmarks;

/// <summary>Claims over many runs of a small network, checked at <c>record</c>, and after the whole ledger was verified.</summary>
internal static class AuditBenchmark
{
    private const int Turns = 5;

    public static async Task Run(int runs, int stepsOfARun)
    {
        var folder = Directory.CreateTempSubdirectory("ledger-benchmark-");
        var path = Path.Combine(folder.FullName, "audit.ledger");
        try
        {
            await Record(path, runs, stepsOfARun);
            var claims = ClaimReader.Parse(Claims(runs), "claims.yaml").Claims;
            var (audit, verify, full) = (new List<double>(), new List<double>(), new List<double>());
            var events = 0L;
            for (var turn = 0; turn < Turns; turn++)
            {
                audit.Add(await Seconds(path, send => Audit(send, claims)));
                verify.Add(await Seconds(path, async send => events = (await send.Send(new VerifyLedger())).Events));
                full.Add(await Seconds(path, async send =>
                {
                    await send.Send(new VerifyLedger());
                    await Audit(send, claims);
                }));
            }

            Console.WriteLine($"{runs} runs, {events:N0} events, {claims.Count} claims: least – median – greatest");
            Console.WriteLine($"  audit at record {audit.Words("F2")} s");
            Console.WriteLine($"  verify          {verify.Words("F2")} s");
            Console.WriteLine($"  audit --full    {full.Words("F2")} s, {full.Min() / verify.Min():F2} × verify by their least");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task Audit(IMediator mediator, IReadOnlyList<Application.Claims.Claim> claims) =>
        Trace.Assert((await mediator.Send(new AuditClaims(claims))).Verdict == ClaimVerdict.Holds, "every claim holds");

    private static async Task Record(string path, int runs, int stepsOfARun) => await Seconds(path, async mediator =>
    {
        var experiment = new SpecificationReader(SpecificationVocabulary.Standard).Parse(Specification(runs, stepsOfARun), "many.yaml").Experiment!;
        await mediator.Send(new RunExperiment(experiment, [.. Enumerable.Range(0, runs)], Jobs: Environment.ProcessorCount));
    });

    /// <summary>Wall time of work on the ledger with handlers of its own, so that nothing is remembered.</summary>
    private static async Task<double> Seconds(string path, Func<IMediator, Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        using var store = SqliteLedgerStore.Open(path, OpenMode.Create);
        await using var services = LedgerServices.Build(store, new CpuDevices(1), new DataShelf(static _ => null), TimeProvider.System);
        await work(services.GetRequiredService<IMediator>());
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static string Specification(int runs, int stepsOfARun) => $$"""
        name: many
        seed: 1
        replicates: {{runs}}
        data:
          set: synthetic
          validation: 0
          synthetic: {features: 8, classes: 2, train: 64, test: 64, noise: 60, seed: 1}
        network: mlp:8-8-2
        initialiser: glorot_normal
        training: {steps: {{stepsOfARun / 4}}, batch: 8, optimiser: sgd, momentum: 0, weight_decay: 0, rate: 0.01}
        method:
          name: imp
          rounds: 3
          prune: {criterion: magnitude, scope: global, fraction: 0.2, count: exact_floor}
        """;

    private static string Claims(int runs) => $$"""
        claims:
          - name: accurate
            text: Every ticket of the last round classifies half of the samples at least.
            of: many
            replicates: {{runs}}
            assert:
              accuracy: {split: test, over: median, at_least: 50 %}
              difference: {of: accuracy, split: test, against: dense, over: mean, confidence: 95 %, at_least: -50 %}
          - name: sparse
            text: Half of the weights are left at most, after three rounds.
            of: many
            replicates: {{runs}}
            assert:
              density: {over: all, at_most: 53 %}
              rounds: {over: all, exactly: 3}
        """;
}
