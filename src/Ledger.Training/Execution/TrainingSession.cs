using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;
using Ledger.Training.Data;
using Ledger.Training.Recipes;
using Ledger.Training.Schedules;
using Ledger.Training.States;

namespace Ledger.Training.Execution;

/// <summary>A trajectory being computed: starts at any of its states and makes one step after the other.</summary>
public sealed class TrainingSession
{
    private readonly IDevice _device;
    private readonly TrainingRecipe _recipe;
    private readonly IOptimiser _optimiser;
    private readonly DataOrder _order;
    private readonly BatchGathering _batch;
    private readonly NetworkValues _values;
    private readonly Tensor[] _slots;
    private readonly StepValues _step = new();
    private readonly Action[] _work;
    private bool _hasSlots;

    /// <summary>Puts the trajectory's state after <paramref name="step"/> steps on a device.</summary>
    /// <param name="device">Used by this session alone.</param>
    /// <param name="recipe">What the trajectory is.</param>
    /// <param name="data">The samples its list refers to.</param>
    /// <param name="state">The state to go on from.</param>
    /// <param name="mask">The ticket's mask, or null for the dense network.</param>
    /// <param name="step">Steps that led to <paramref name="state"/>.</param>
    /// <param name="ring">Where steps are reported; drained by the caller.</param>
    public TrainingSession(IDevice device, TrainingRecipe recipe, DataSource data, NetworkState state, WeightMask? mask, int step, StepRing ring)
    {
        (_device, _recipe, Step, Ring, _optimiser) = (device, recipe, step, ring, OptimiserCatalogue.Of(recipe));
        _order = new DataOrder(recipe.Samples, recipe.Batch, recipe.OrderSeed);
        _batch = new BatchGathering(device, recipe.Network, data.Train, recipe.Batch, recipe.Images, recipe.Augmentation, _step);
        _values = new NetworkValues(device, recipe.Network, state.Values, mask, hasGradients: true);
        _slots = [.. _optimiser.Slots.Select(name => device.Allocate(new Shape(recipe.Network.ParameterCount), name))];
        foreach (var (slot, tensor) in state.Slots.Zip(_slots))
        {
            device.Write(mask?.Select(slot.Values) ?? slot.Values, tensor);
            _hasSlots = true;
        }

        _work = Layout();
    }

    /// <summary>Steps made since the trajectory's start.</summary>
    public int Step { get; private set; }

    /// <summary>Where steps are reported.</summary>
    public StepRing Ring { get; }

    /// <summary>Makes one step: forward, loss, backward, update; its record is in the ring.</summary>
    public void Advance()
    {
        var position = _recipe.DataPosition + Step;
        _step.Step = (uint)position;
        _optimiser.Prepare(_step, _recipe.Schedule.RateAt(_recipe.SchedulePosition + Step), (_recipe.SlotUpdates ?? 0) + Step + 1);
        _batch.Run(_order.BatchAt(position));
        foreach (var work in _work)
        {
            work();
        }

        Ring.Advance();
        Step++;
        _hasSlots = true;
    }

    /// <summary>The state after <see cref="Step"/> steps; without slots as long as the session has made none and came without.</summary>
    public NetworkState Capture()
    {
        return new NetworkState(_recipe.Network, Read(_values.All), _hasSlots ? [.. _optimiser.Slots.Zip(_slots, (name, tensor) => new OptimiserSlot(name, Read(tensor)))] : []);

        float[] Read(Tensor tensor)
        {
            var values = new float[tensor.Size];
            _device.Read(tensor, values);
            return values;
        }
    }

    private Action[] Layout()
    {
        var (network, recipe) = (_recipe.Network, _recipe);
        var assembly = new Assembly(_device, _values, isTraining: true, _step, recipe.DropoutSeed ?? 0);
        var layers = new SequenceProgram(assembly, network.Layers, network.Input);
        var logits = layers.Forward(_batch.Inputs);
        var gradient = assembly.Rent(logits.Shape, $"{logits.Name}.gradient");
        assembly.Emit(new SoftmaxCrossEntropy(logits, _batch.Labels, gradient, Binary32.Of(recipe.Smoothing ?? 0m), Ring));
        layers.Backward(gradient, isWanted: false);
        if (recipe.ClipNorm is { } norm)
        {
            assembly.Emit(new ClipGradients(_values.Gradients!, _values.Mask, Binary32.Of(norm)));
        }

        assembly.Emit(_optimiser.Update(_values, _slots, Decayed(), _step, Ring));
        return assembly.TakeWork();
    }

    private BitTensor? Decayed()
    {
        if (_recipe.Decay is null)
        {
            return null;
        }

        var (network, bits) = (_recipe.Network, new byte[(_recipe.Network.ParameterCount + 7) / 8]);
        foreach (var weight in network.Weights())
        {
            for (var i = weight.Offset; i < weight.End; i++)
            {
                bits[i / 8] |= (byte)(1 << (i % 8));
            }
        }

        return _device.PlaceBits(bits, network.ParameterCount);
    }
}
