using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Fast;
using Ledger.Arithmetic.Fast.Sparse;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Benchmarks;

/// <summary>The three products of one masked layer, dense on a device and by survivors.</summary>
internal sealed class SparseLayer<T>
    where T : struct, ILanes<T>
{
    private readonly CpuDevice _device;
    private readonly Tensor _x, _w, _y, _dx, _dy, _dw;
    private readonly BitTensor _mask;
    private readonly SparseProduct<T> _forward, _backward;
    private readonly SparseWeightGradient? _gradient;
    private readonly RowWeightGradient<T> _rows;

    public SparseLayer(CpuDevice device, ThreadTeam team, LinearShape shape, Tensor x, Tensor w, BitTensor mask, Tensor y, Tensor dx, Tensor dy, Tensor dw)
    {
        (_device, _x, _w, _mask, _y, _dx, _dy, _dw) = (device, x, w, mask, y, dx, dy, dw);
        (_forward, _backward) = (SparseProduct<T>.Forward(shape, mask.Bits(), team), SparseProduct<T>.Backward(shape, mask.Bits(), team));
        _rows = new RowWeightGradient<T>(shape, mask.Bits(), team);
        _gradient = SparseWeightGradient.IsSupported ? new SparseWeightGradient(shape, mask.Bits(), team) : null;
    }

    public void Forward(bool isSparse)
    {
        if (isSparse)
        {
            _forward.Run(_x.Elements(), _w.Elements(), _y.Elements());
        }
        else
        {
            _device.MatrixProduct(_x, _w, _mask, _y);
        }
    }

    public void Backward(bool isSparse)
    {
        if (isSparse)
        {
            _backward.Run(_dy.Elements(), _w.Elements(), _dx.Elements());
        }
        else
        {
            _device.InputGradient(_dy, _w, _mask, _dx);
        }
    }

    public void Gradient(bool isSparse)
    {
        if (isSparse && _gradient is not null)
        {
            _gradient.Run(_x.Elements(), _dy.Elements(), _dw.Elements());
        }
        else if (isSparse)
        {
            _rows.Run(_x.Elements(), _dy.Elements(), _dw.Elements());
        }
        else
        {
            _device.WeightGradient(_x, _dy, _mask, _dw);
        }
    }
}
