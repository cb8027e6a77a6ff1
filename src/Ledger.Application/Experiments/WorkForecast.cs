using Ledger.Application.Networks;
using Ledger.Events.Specification;
using Ledger.Tickets.Counting;
using Ledger.Tickets.Pruning;
using Ledger.Application.Specifications;
using Ledger.Training.Networks;

namespace Ledger.Application.Experiments;

/// <summary>What one replicate of an experiment will take, known before anything is trained; bytes and time are estimates.</summary>
/// <param name="Steps">Training steps.</param>
/// <param name="Events">Events recorded.</param>
/// <param name="Bytes">Bytes in the ledger, cached states included.</param>
/// <param name="Time">On one core, <see cref="Start"/> apart.</param>
/// <param name="Densities">Share of the prunable weights kept in rounds 0, 1, ….</param>
public sealed record WorkForecast(long Steps, long Events, long Bytes, TimeSpan Time, IReadOnlyList<double> Densities)
{
    // Measured on ledgers of LeNet-300-100: a recorded step takes 170 bytes with its index entries, any other event 600.
    private const int BytesOfStep = 170;
    private const int BytesOfEvent = 600;

    // Measured on one Zen 5 core: 0.35 ms for a step of LeNet-300-100 at batch 60 (34 million multiply-adds), and what every step costs besides.
    private const double MultiplyAddsPerSecond = 1e11;
    private const double SecondsOfStep = 5e-5;
    private const double SecondsOfEvent = 1e-3;

    /// <summary>What a call takes besides, however many replicates it does: reading 60 000 images, making the kernels ready.</summary>
    public static TimeSpan Start { get; } = TimeSpan.FromSeconds(2);

    /// <summary>What a call that does so many replicates takes on one core, in whole seconds.</summary>
    public TimeSpan TimeOf(int replicates) => TimeSpan.FromSeconds(Math.Ceiling((Start + (Time * replicates)).TotalSeconds));

    /// <summary>The forecast of an experiment that holds no mistakes.</summary>
    /// <param name="specification">What is declared.</param>
    /// <param name="trainSamples">All training samples.</param>
    /// <param name="testSamples">All test samples.</param>
    public static WorkForecast Of(ExperimentSpecification specification, int trainSamples, int testSamples)
    {
        var network = SpecifiedNetwork.Of(specification);
        var weights = network.Weights().Sum(static weight => (long)weight.Size);
        var steps = StepForecast.OfReplicate(specification);
        var points = Enumerable.Range(0, specification.Method.Rounds + 1).Sum(round => Points(specification, round));
        var splits = specification.Evaluation.Splits;

        // A point: the state, its use and its note; each evaluation the same. A round: start, ticket, mask and rewind with use and note.
        var others = (points * 3 * (1 + splits.Count)) + (8 * (specification.Method.Rounds + 1));
        var states = (points + specification.Method.Rounds + 2) * network.ParameterCount * 2L * sizeof(float);
        var masks = specification.Method.Rounds * (weights / 8);
        var evaluated = splits.Sum(split => (long)SamplesOf(split, specification, trainSamples, testSamples)) * points;
        var multiplyAdds = (steps * specification.Training.Batch * NetworkCost.StepMultiplyAdds(network)) + (evaluated * NetworkCost.MultiplyAdds(network));
        var seconds = (multiplyAdds / MultiplyAddsPerSecond) + (steps * SecondsOfStep) + (others * SecondsOfEvent);
        return new WorkForecast(
            steps, steps + others, (steps * BytesOfStep) + (others * BytesOfEvent) + states + masks, TimeSpan.FromSeconds(seconds), Forecast(specification, network, weights));
    }

    private static int SamplesOf(string split, ExperimentSpecification specification, int train, int test) => split switch
    {
        "test" => test,
        "validation" => specification.Data.Validation,
        _ => train - specification.Data.Validation,
    };

    /// <summary>States that a round evaluates.</summary>
    private static long Points(ExperimentSpecification specification, int round) =>
        1 + (specification.Evaluation.Every == 0 ? 0 : (StepForecast.OfRound(specification, round) - 1) / specification.Evaluation.Every);

    private static double[] Forecast(ExperimentSpecification specification, NetworkDescription network, long weights)
    {
        var method = specification.Method;
        var groups = PruningGroups.Of(network, method.Scope, method.Fraction, method.OutputFraction, method.Exempt);
        var exempt = weights - groups.Sum(group => network.Weights().Where(weight => group.Layers.Contains(weight.Name)).Sum(static weight => (long)weight.Size));
        return [.. PruneForecast.Kept(network, groups, CountRuleCatalogue.Find(method.Count)!).Take(method.Rounds + 1).Select(kept => (double)(kept.Sum(static count => (long)count) + exempt) / weights)];
    }
}
