using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Training.Execution;

/// <summary>
/// The memory plan of a network: buffers are handed out and given back while the operations are listed, in the order they will run, so that
/// one buffer serves many tensors whose lives do not overlap.
/// </summary>
internal sealed class BufferPool(IDevice device)
{
    private readonly Dictionary<DeviceMemory, int> _sizes = [];
    private readonly List<DeviceMemory> _free = [];

    /// <summary>A tensor whose elements are undefined: in the smallest free buffer that holds it, or in a new one.</summary>
    public Tensor Rent(Shape shape, string name)
    {
        var fitting = _free.Where(memory => _sizes[memory] >= shape.Size).MinBy(memory => _sizes[memory]);
        if (fitting is not null)
        {
            _free.Remove(fitting);
            return new Tensor(fitting, 0, shape, name);
        }

        var tensor = device.Allocate(shape, name);
        _sizes.Add(tensor.Memory, shape.Size);
        return tensor;
    }

    /// <summary>Gives a buffer back; what was not rented here stays as it is.</summary>
    public void Return(Tensor tensor)
    {
        if (_sizes.ContainsKey(tensor.Memory) && !_free.Contains(tensor.Memory))
        {
            _free.Add(tensor.Memory);
        }
    }
}
