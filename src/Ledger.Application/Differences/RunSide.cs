using Ledger.Application.History;
using Ledger.Events.Hashing;

namespace Ledger.Application.Differences;

/// <summary>One of two runs that are compared.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Ledger">Where it is recorded.</param>
/// <param name="Id">Its short id.</param>
/// <param name="Run">Its digest.</param>
/// <param name="Name">The experiment's name, if it is known.</param>
/// <param name="Replicate">Which replicate.</param>
/// <param name="Round">The round named, or null for the whole run.</param>
/// <param name="Network">As the specification calls it.</param>
/// <param name="Ending">How it ended.</param>
/// <param name="Result">The result digest, once it is done.</param>
/// <param name="Cost">What it took.</param>
/// <param name="Environments">Where it was worked on, each once, oldest first.</param>
public sealed record RunSide(
    string Address,
    string Ledger,
    string Id,
    Digest Run,
    string? Name,
    int Replicate,
    int? Round,
    string Network,
    string Ending,
    Digest? Result,
    RunCost Cost,
    IReadOnlyList<RunEnvironment> Environments);

/// <summary>What a run took, as far as it is compared.</summary>
/// <param name="Rounds">Rounds.</param>
/// <param name="Steps">Training steps.</param>
/// <param name="WeightUpdates">Sum over all steps of the prunable weights that were kept.</param>
/// <param name="Derivations">Derivations, trainings included.</param>
/// <param name="Evaluations">Evaluations among them.</param>
/// <param name="StepsTrained">Steps that its attempts computed; the rest was found in the ledger.</param>
public sealed record RunCost(int Rounds, long Steps, long WeightUpdates, int Derivations, int Evaluations, long StepsTrained);

/// <summary>Where a run was worked on: metadata of its attempts, never part of a key.</summary>
/// <param name="Device">What computed.</param>
/// <param name="Processor">Architecture.</param>
/// <param name="Cores">Processors the process could use.</param>
/// <param name="System">Operating system.</param>
/// <param name="Runtime">.NET version.</param>
/// <param name="Version">Version of ledger.</param>
public sealed record RunEnvironment(string Device, string Processor, int Cores, string System, string Runtime, string Version)
{
    internal static RunEnvironment Of(EnvironmentReport report) => new(report.Device, report.Processor, report.Cores, report.System, report.Runtime, report.Version);
}
