using Ledger.Application.Failures;
using Ledger.Application.Networks;
using Ledger.Events.Hashing;
using Ledger.Events.Specification;
using Ledger.Tickets.Methods;

namespace Ledger.Application.Experiments;

/// <summary>From a declared experiment to one replicate in the terms of its derivations.</summary>
public static class ReplicateExpansion
{
    /// <summary>A replicate.</summary>
    /// <param name="specification">What was declared.</param>
    /// <param name="replicate">Which one.</param>
    /// <param name="data">The data digest.</param>
    /// <param name="trainSamples">All training samples.</param>
    /// <param name="testSamples">All test samples.</param>
    /// <exception cref="NotFoundException">The network is unknown here.</exception>
    public static TicketExperiment Of(ExperimentSpecification specification, int replicate, Digest data, int trainSamples, int testSamples)
    {
        var seed = SeedRule.RunSeed(specification.Seed, replicate);
        return new TicketExperiment(
            specification,
            SpecifiedNetwork.Of(specification),
            data,
            trainSamples,
            testSamples,
            SeedRule.StreamSeed(seed, SeedRule.InitStream),
            SeedRule.StreamSeed(seed, SeedRule.OrderStream),
            SpecifiedNetwork.Images(specification),
            SeedRule.StreamSeed(seed, SeedRule.AugmentStream),
            SeedRule.StreamSeed(seed, SeedRule.DropoutStream));
    }

    /// <summary>The method that a specification names.</summary>
    /// <exception cref="NotFoundException">It is unknown here.</exception>
    public static ITicketMethod Method(ExperimentSpecification specification) =>
        MethodCatalogue.Find(specification.Method.Name) ?? throw new NotFoundException($"method '{specification.Method.Name}' is unknown here; known are {string.Join(", ", MethodCatalogue.Names)}");
}
