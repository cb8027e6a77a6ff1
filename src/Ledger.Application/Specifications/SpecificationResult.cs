using System.Diagnostics.CodeAnalysis;

namespace Ledger.Application.Specifications;

/// <summary>What reading an experiment file gave: the experiment, or everything that is wrong with it.</summary>
public sealed class SpecificationResult
{
    internal SpecificationResult(LoadedExperiment experiment)
    {
        Experiment = experiment;
        Findings = [];
    }

    internal SpecificationResult(IReadOnlyList<Finding> findings) => Findings = findings;

    /// <summary>The experiment, or null if there are findings.</summary>
    public LoadedExperiment? Experiment { get; }

    /// <summary>All findings in the order of the file; empty if there is an experiment.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>True if the file holds an experiment.</summary>
    [MemberNotNullWhen(true, nameof(Experiment))]
    public bool IsValid => Experiment is not null;
}
