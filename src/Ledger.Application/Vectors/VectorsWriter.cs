using Ledger.Application.Data;
using Ledger.Application.Experiments;
using Ledger.Application.Failures;
using Ledger.Arithmetic.Reference;
using Ledger.Events.Specification;
using Ledger.Tickets.Methods;
using Ledger.Training.Execution;
using Ledger.Training.Initialisers;
using Ledger.Training.States;

namespace Ledger.Application.Vectors;

/// <summary>Writes everything that the first steps of an experiment's dense training read and make, as the reference kernels compute it.</summary>
/// <param name="specification">The experiment; its replicate 0 is taken.</param>
/// <param name="data">Its samples.</param>
public sealed class VectorsWriter(ExperimentSpecification specification, LoadedData data)
{
    private readonly TicketExperiment _experiment = ReplicateExpansion.Of(specification, replicate: 0, data.Digest, data.Source.Train.Count, data.Source.Test.Count);

    /// <summary>Samples that a batch can be taken from.</summary>
    public int Samples => _experiment.Split("train").Count;

    /// <summary>Writes <c>initial.</c> all values, <c>stepK.</c> what each operation made, and <c>final.</c> values and slots.</summary>
    /// <param name="path">The file.</param>
    /// <param name="batch">Samples of a step; null for the experiment's.</param>
    /// <param name="steps">Steps to make.</param>
    /// <param name="overwrite">True to replace a file that is there.</param>
    /// <param name="cancellation">Stops between steps; nothing is written then.</param>
    /// <exception cref="FileExistsException">There is such a file.</exception>
    public VectorsReport Write(string path, int? batch, int steps, bool overwrite, CancellationToken cancellation)
    {
        if (File.Exists(path) && !overwrite)
        {
            throw new FileExistsException($"{path} is there already: name another file, or replace it with --force");
        }

        var recipe = _experiment.Recipe(schedulePosition: 0, dataPosition: 0);
        recipe = recipe with { Batch = batch ?? recipe.Batch };
        var initialiser = InitialiserCatalogue.Find(specification.Initialiser) ?? throw new NotFoundException($"initialiser '{specification.Initialiser}' is unknown here; known are {string.Join(", ", InitialiserCatalogue.Names)}");
        var start = new NetworkState(recipe.Network, initialiser.Draw(recipe.Network, _experiment.InitSeed));
        using var file = new SafetensorsFile(path);
        using var device = new RecordingDevice(new ReferenceDevice(), file);
        Add(file, "initial", start);
        var session = new TrainingSession(device, recipe, data.Source, start, mask: null, step: 0, device.AllocateRing(1));
        var made = new List<StepVectors>();
        for (var step = 1; step <= steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            device.Begin(step);
            session.Advance();
            var record = session.Ring.Drain()[0];
            made.Add(new StepVectors(step, device.Operations, float.IsFinite(record.Loss) ? record.Loss : null, record.Correct, record.Fingerprint.ToString()));
        }

        Add(file, "final", session.Capture());
        return new VectorsReport(path, file.Complete(overwrite), file.Count, specification.Network, recipe.Batch, made);
    }

    private static void Add(SafetensorsFile file, string prefix, NetworkState state)
    {
        foreach (var entry in Safetensors.ReadUnchecked(StateFile.Write(state)))
        {
            file.Add(entry with { Name = $"{prefix}.{entry.Name}" });
        }
    }
}
