using Ledger.Benchmarks;
using Ledger.Benchmarks.Stores;

switch (args)
{
    case ["peak"]:
        Console.WriteLine($"{PeakRate.Measure():F0}");
        return 0;
    case ["kernels", .. var threads]:
        KernelBenchmark.Run(threads is [var number] ? Number(number) : 1);
        return 0;
    case ["convolutions", .. var threads]:
        ConvolutionBenchmark.Run(threads is [var team] ? Number(team) : 1);
        return 0;
    case ["network", { } network, { } workers, { } batchSize, { } stepCount, .. var rest]:
        NetworkBenchmark.Run(network, Number(workers), Number(batchSize), Number(stepCount), rest is [var density, ..] ? double.Parse(density, System.Globalization.CultureInfo.InvariantCulture) : 1, rest is [_, "operations"]);
        return 0;
    case ["sparse", var threads, .. var batch]:
        SparseBenchmark.Run(Number(threads), batch is [var samples] ? Number(samples) : 128);
        return 0;
    case ["step", var threads, var batch, var turns]:
        await StepBenchmark.Run(Number(threads), Number(batch), Number(turns));
        return 0;
    case ["rebuild"]:
        await RebuildBenchmark.Run();
        return 0;
    case ["replay", .. var turns]:
        await ReplayBenchmark.Run(turns is [var many] ? Number(many) : 3);
        return 0;
    case ["diff", .. var length]:
        await DiffBenchmark.Run(length is [var steps] ? Number(steps) : 400);
        return 0;
    case ["audit", var runs, var each]:
        await AuditBenchmark.Run(Number(runs), Number(each));
        return 0;
    case ["store", .. var words] when await StoreBenchmark.Run(words):
        return 0;
    default:
        await Console.Error.WriteLineAsync("usage: Ledger.Benchmarks peak | kernels [THREADS] | convolutions [THREADS] | sparse THREADS [BATCH] | network NAME THREADS BATCH STEPS [DENSITY [operations]] | step THREADS BATCH TURNS | rebuild | replay [TURNS] | diff [STEPS] | audit RUNS STEPS | store append|read ADDRESS | store verify|growth ADDRESS EVENTS");
        return 2;
}

static int Number(string text) => int.Parse(text, null);
