using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Training.Execution;

/// <summary>A network being laid out on a device: the operations listed so far, the buffers they live in, and what all layers share.</summary>
/// <param name="device">Readies the operations.</param>
/// <param name="values">Parameters, statistics, mask, gradients.</param>
/// <param name="isTraining">True if layers behave as in training and keep what their gradients need.</param>
/// <param name="step">What changes from step to step.</param>
/// <param name="dropoutSeed">Stream seed of dropout.</param>
internal sealed class Assembly(IDevice device, NetworkValues values, bool isTraining, StepValues step, ulong dropoutSeed)
{
    private readonly BufferPool _pool = new(device);
    private readonly HashSet<DeviceMemory> _shared = [];
    private readonly HashSet<DeviceMemory> _gates = [];
    private readonly List<Action> _work = [];
    private uint _dropouts;

    /// <summary>True if layers behave as in training.</summary>
    public bool IsTraining => isTraining;

    /// <summary>Parameters, statistics, mask, gradients.</summary>
    public NetworkValues Values => values;

    /// <summary>What changes from step to step.</summary>
    public StepValues Step => step;

    /// <summary>Stream seed of dropout.</summary>
    public ulong DropoutSeed => dropoutSeed;

    /// <summary>The next dropout layer's number, from 0.</summary>
    public uint NextDropout() => _dropouts++;

    /// <summary>Lists an operation.</summary>
    public void Emit(Operation operation) => _work.Add(device.Prepare(operation));

    /// <summary>The work listed since the last call, in order.</summary>
    public Action[] TakeWork()
    {
        Action[] work = [.. _work];
        _work.Clear();
        return work;
    }

    /// <summary>A tensor whose elements are undefined until an operation writes them.</summary>
    public Tensor Rent(Shape shape, string name) => _pool.Rent(shape, name);

    /// <summary>Keeps a tensor as it is for a second reader, until <see cref="Unshare"/>: nobody may write over it or give it back.</summary>
    public bool Share(Tensor tensor) => _shared.Add(tensor.Memory);

    /// <summary>Ends <see cref="Share"/>.</summary>
    public void Unshare(Tensor tensor) => _shared.Remove(tensor.Memory);

    /// <summary>True if a tensor may not be written over.</summary>
    public bool IsShared(Tensor tensor) => _shared.Contains(tensor.Memory);

    /// <summary>Gives back a tensor that nobody reads any more.</summary>
    public void Release(Tensor tensor)
    {
        if (!IsShared(tensor))
        {
            _pool.Return(tensor);
        }
    }

    /// <summary>Gives back a layer's input unless its gradient will need it.</summary>
    public void Consume(Tensor input)
    {
        if (!isTraining)
        {
            Release(input);
        }
    }

    /// <summary>Keeps an output whose sign the layer's own gradient needs: sums are written elsewhere.</summary>
    public void KeepGate(Tensor output)
    {
        if (isTraining)
        {
            _gates.Add(output.Memory);
        }
    }

    /// <summary>A tensor that a sum may be written over, with the elements of another.</summary>
    public Tensor OwnForSum(Tensor tensor) => _gates.Contains(tensor.Memory) ? Copied(tensor) : Own(tensor);

    /// <summary>A tensor that may be written over, with the elements of another: that one itself unless it is shared.</summary>
    public Tensor Own(Tensor tensor) => IsShared(tensor) ? Copied(tensor) : tensor;

    private Tensor Copied(Tensor tensor)
    {
        var copy = Rent(tensor.Shape, tensor.Name);
        Emit(new Copy(tensor, copy));
        return copy;
    }
}
