using Ledger.Benchmarks;

switch (args)
{
    case ["kernels"]:
        KernelBenchmark.Run(threads: 1);
        return 0;
    case ["kernels", var threads]:
        KernelBenchmark.Run(int.Parse(threads, null));
        return 0;
    default:
        await Console.Error.WriteLineAsync("usage: Ledger.Benchmarks kernels [THREADS]");
        return 2;
}
