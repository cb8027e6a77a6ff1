using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;
using Ledger.Training.Data;
using Ledger.Training.Networks;
using Ledger.Training.Recipes;

namespace Ledger.Training.Execution;

/// <summary>The forward pass of so many samples in evaluation, and what becomes of each.</summary>
internal sealed class EvaluationProgram
{
    private readonly IDevice _device;
    private readonly BatchGathering _batch;
    private readonly Tensor _losses, _hits;
    private readonly Action[] _work;
    private readonly int[] _indices;

    /// <summary>Lays the network out for <paramref name="rows"/> samples.</summary>
    public EvaluationProgram(IDevice device, NetworkDescription network, NetworkValues values, SampleSet samples, int rows, ImageRecipe? images)
    {
        (_device, Rows, _indices) = (device, rows, new int[rows]);
        var step = new StepValues();
        _batch = new BatchGathering(device, network, samples, rows, images, augmentation: null, step);
        var assembly = new Assembly(device, values, isTraining: false, step, dropoutSeed: 0);
        var logits = new SequenceProgram(assembly, network.Layers, network.Input).Forward(_batch.Inputs);
        (_losses, _hits) = (device.Allocate(new Shape(rows), "losses"), device.Allocate(new Shape(rows), "correct"));
        assembly.Emit(new SampleLosses(logits, _batch.Labels, _losses, _hits));
        _work = assembly.TakeWork();
    }

    /// <summary>Samples of one run.</summary>
    public int Rows { get; }

    /// <summary>Evaluates the samples from <paramref name="first"/> on: each one's loss, and 1 where it is classified as labelled.</summary>
    public void Run(int first, Span<float> losses, Span<float> hits)
    {
        for (var i = 0; i < Rows; i++)
        {
            _indices[i] = first + i;
        }

        _batch.Run(_indices);
        foreach (var work in _work)
        {
            work();
        }

        _device.Read(_losses, losses);
        _device.Read(_hits, hits);
    }
}
