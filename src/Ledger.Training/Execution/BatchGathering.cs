using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;
using Ledger.Training.Data;
using Ledger.Training.Networks;
using Ledger.Training.Recipes;
using Ledger.Training.Schedules;

namespace Ledger.Training.Execution;

/// <summary>Batches of one size out of a set of samples.</summary>
internal sealed class BatchGathering
{
    private readonly IDevice _device;
    private readonly IndexTensor _indices;
    private readonly Action _samples, _labels;

    /// <summary>Places the samples and readies the gathering of <paramref name="rows"/> of them.</summary>
    public BatchGathering(IDevice device, NetworkDescription network, SampleSet set, int rows, ImageRecipe? images, Augmentation? augmentation, StepValues step)
    {
        _device = device;
        _indices = device.AllocateIndices(rows);
        Inputs = device.Allocate(network.Input.Of(rows), "input");
        Labels = device.AllocateBytes(new Shape(rows));
        _samples = device.Prepare(new GatherSamples(
            device.Place(set.Samples, new Shape(set.Count, set.Features)), _indices, Inputs, images is null ? null : Preparation(images, augmentation), step));
        _labels = device.Prepare(new GatherLabels(device.Place(set.Labels, new Shape(set.Count)), _indices, Labels));
    }

    /// <summary>[sample, …].</summary>
    public Tensor Inputs { get; }

    /// <summary>[sample].</summary>
    public ByteTensor Labels { get; }

    /// <summary>Fetches the samples of <paramref name="indices"/>.</summary>
    public void Run(ReadOnlySpan<int> indices)
    {
        _device.Write(indices, _indices);
        _samples();
        _labels();
    }

    private static ImagePreparation Preparation(ImageRecipe images, Augmentation? augmentation) => new(
        images.Rows,
        images.Columns,
        images.Channels,
        images.Pad,
        augmentation?.Reflect ?? false,
        augmentation?.Shift ?? 0,
        augmentation?.Seed ?? 0,
        images.Means is null ? null : [.. images.Means.Select(Binary32.Of)],
        images.Deviations is null ? null : [.. images.Deviations.Select(Binary32.Of)]);
}
