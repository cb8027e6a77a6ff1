using Ledger.Arithmetic.Devices;
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
    private readonly DataOrder _order;
    private readonly ByteTensor _samples;
    private readonly ByteTensor _labels;
    private readonly ByteTensor _batchLabels;
    private readonly Perceptron _network;
    private readonly Tensor[] _outputGradients;
    private readonly Tensor _gradients;
    private readonly Tensor _velocity;
    private readonly (Tensor Weight, Tensor Bias)[] _layerGradients;
    private readonly float _momentum;
    private readonly float _weightDecay;
    private bool _hasVelocity;

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
        var network = recipe.Network;
        (_device, _recipe, Step, Ring) = (device, recipe, step, ring);
        (_momentum, _weightDecay) = (MultiStepSchedule.ToBinary32(recipe.Momentum), MultiStepSchedule.ToBinary32(recipe.WeightDecay));
        _order = new DataOrder(recipe.Samples, recipe.Batch, recipe.OrderSeed);
        _samples = device.Place(data.Train.Samples, new Shape(data.Train.Count, data.Train.Features));
        _labels = device.Place(data.Train.Labels, new Shape(data.Train.Count));
        _batchLabels = device.AllocateBytes(new Shape(recipe.Batch));
        _network = new Perceptron(device, network, state.Parameters, mask, recipe.Batch);
        _gradients = device.Allocate(new Shape(network.ParameterCount));
        _velocity = device.Allocate(new Shape(network.ParameterCount));
        if (state.Velocity is { } velocity)
        {
            device.Write(velocity, _velocity);
            _hasVelocity = true;
        }

        _outputGradients = [.. network.Layers.Select(layer => device.Allocate(new Shape(recipe.Batch, layer.Outputs)))];
        _layerGradients = [.. _network.Layers.Select(layer => (View(layer.WeightTensor), View(layer.BiasTensor)))];
        Tensor View(Networks.ParameterTensor tensor) => _gradients.View(tensor.Offset, tensor.Shape);
    }

    /// <summary>Steps made since the trajectory's start.</summary>
    public int Step { get; private set; }

    /// <summary>Where steps are reported.</summary>
    public StepRing Ring { get; }

    /// <summary>Makes one step: forward, loss, backward, update; its record is in the ring.</summary>
    public void Advance()
    {
        Gather();
        var logits = _network.Forward(_recipe.Batch);
        _device.SoftmaxCrossEntropy(logits, _batchLabels, _outputGradients[^1], Ring);
        Backward();
        _device.SgdStep(_network.Parameters, _gradients, _velocity, _network.Mask, Coefficients(), Ring);
        Ring.Advance();
        Step++;
        _hasVelocity = true;
    }

    /// <summary>The state after <see cref="Step"/> steps; without velocity as long as the session has made none and came without.</summary>
    public NetworkState Capture()
    {
        return new NetworkState(_recipe.Network, Read(_network.Parameters), _hasVelocity ? Read(_velocity) : null);

        float[] Read(Tensor tensor)
        {
            var values = new float[tensor.Size];
            _device.Read(tensor, values);
            return values;
        }
    }

    private void Gather()
    {
        var batch = _order.BatchAt(_recipe.DataPosition + Step);
        _device.GatherSamples(_samples, batch, _network.Input);
        _device.GatherLabels(_labels, batch, _batchLabels);
    }

    private void Backward()
    {
        for (var i = _network.Layers.Count - 1; i >= 0; i--)
        {
            var layer = _network.Layers[i];
            var dy = _outputGradients[i];
            var x = i == 0 ? _network.Input : _network.Layers[i - 1].Output;
            _device.WeightGradient(x, dy, layer.Mask, _layerGradients[i].Weight);
            _device.BiasGradient(dy, _layerGradients[i].Bias);
            if (i > 0)
            {
                _device.InputGradient(dy, layer.Weight, layer.Mask, _outputGradients[i - 1]);
                _device.ReluGradient(x, _outputGradients[i - 1]);
            }
        }
    }

    private SgdCoefficients Coefficients() => new(
        _recipe.Schedule.RateAt(_recipe.SchedulePosition + Step),
        _momentum,
        _weightDecay);
}
