using Ledger.Arithmetic.Elementary;
using Ledger.Arithmetic.Reference;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Devices;

/// <summary>
/// A device whose memory is the process's own: it checks shapes, keeps the flag and the records, and leaves the arithmetic to
/// kernels over spans.
/// </summary>
public abstract class HostDevice : IDevice
{
    // Kernels read a mask four bytes at a time, from any bit.
    private const int MaskSlack = 8;

    private float[] _losses = [];
    private int _allocations;
    private bool _isFinite = true;

    private protected HostDevice()
    {
    }

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public Tensor Allocate(Shape shape) => new(new HostMemory(shape.Size, _allocations++ & int.MaxValue), 0, shape);

    /// <inheritdoc/>
    public ByteTensor Place(ReadOnlyMemory<byte> bytes, Shape shape)
    {
        Shapes.Equal(bytes.Length, shape.Size);
        return new ByteTensor(new HostBytes(bytes, default), shape);
    }

    /// <inheritdoc/>
    public ByteTensor AllocateBytes(Shape shape) => new(new HostBytes(new byte[shape.Size]), shape);

    /// <inheritdoc/>
    public BitTensor PlaceBits(ReadOnlySpan<byte> bits, int length)
    {
        Shapes.Equal(bits.Length, (length + 7) / 8);
        var own = new byte[bits.Length + MaskSlack];
        bits.CopyTo(own);
        return new BitTensor(new HostBytes(own), 0, length);
    }

    /// <inheritdoc/>
    public StepRing AllocateRing(int capacity) => new HostRing(capacity);

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<float> source, Tensor target)
    {
        Shapes.Equal(source.Length, target.Size);
        source.CopyTo(target.Elements());
    }

    /// <inheritdoc/>
    public void Read(Tensor source, Span<float> target)
    {
        Shapes.Equal(target.Length, source.Size);
        source.Elements().CopyTo(target);
    }

    /// <inheritdoc/>
    public void Read(ByteTensor source, Span<byte> target)
    {
        Shapes.Equal(target.Length, source.Shape.Size);
        source.Bytes().CopyTo(target);
    }

    /// <inheritdoc/>
    public void GatherSamples(ByteTensor samples, ReadOnlySpan<int> indices, Tensor batch)
    {
        Shapes.Equal(batch.Shape.Rows, indices.Length);
        Shapes.Equal(batch.Shape.Columns, samples.Shape.Columns);
        GatherSamples(samples.Bytes(), indices, batch.Elements());
    }

    /// <inheritdoc/>
    public void GatherLabels(ByteTensor labels, ReadOnlySpan<int> indices, ByteTensor batch)
    {
        Shapes.Equal(batch.Shape.Size, indices.Length);
        Gathering.Labels(labels.Bytes(), indices, batch.WritableBytes());
    }

    /// <inheritdoc/>
    public void MatrixProduct(Tensor x, Tensor w, BitTensor? mask, Tensor y)
    {
        var shape = Shapes.Linear(x, w, y, mask);
        MatrixProduct(shape, x.Elements(), w.Elements(), mask.Bits(), y.Elements());
    }

    /// <inheritdoc/>
    public void InputGradient(Tensor dy, Tensor w, BitTensor? mask, Tensor dx)
    {
        var shape = Shapes.Linear(dx, w, dy, mask);
        InputGradient(shape, dy.Elements(), w.Elements(), mask.Bits(), dx.Elements());
    }

    /// <inheritdoc/>
    public void WeightGradient(Tensor x, Tensor dy, BitTensor? mask, Tensor dw)
    {
        var shape = Shapes.Linear(x, dw, dy, mask);
        WeightGradient(shape, x.Elements(), dy.Elements(), mask.Bits(), dw.Elements());
    }

    /// <inheritdoc/>
    public void AddBias(Tensor y, Tensor bias)
    {
        Shapes.Equal(bias.Size, y.Shape.Columns);
        _isFinite &= AddBias(y.Elements(), bias.Elements());
    }

    /// <inheritdoc/>
    public void BiasGradient(Tensor dy, Tensor dbias)
    {
        Shapes.Equal(dbias.Size, dy.Shape.Columns);
        BiasGradient(dy.Elements(), dbias.Elements());
    }

    /// <inheritdoc/>
    public void Relu(Tensor y) => Relu(y.Elements());

    /// <inheritdoc/>
    public void ReluGradient(Tensor y, Tensor dy)
    {
        Shapes.Equal(dy.Size, y.Size);
        _isFinite &= ReluGradient(y.Elements(), dy.Elements());
    }

    /// <inheritdoc/>
    public void SoftmaxCrossEntropy(Tensor logits, ByteTensor labels, Tensor gradient, StepRing ring)
    {
        var samples = logits.Shape.Rows;
        Shapes.Equal(labels.Shape.Size, samples);
        Shapes.Equal(gradient.Size, logits.Size);
        if (_losses.Length < samples)
        {
            _losses = new float[samples];
        }

        var losses = _losses.AsSpan(0, samples);
        var correct = Softmax.LossesAndGradient(logits.Elements(), labels.Bytes(), losses, gradient.Elements());
        var loss = PairwiseBlocks.Sum(losses) / samples;
        _isFinite &= float.IsFinite(loss);
        ref var record = ref ((HostRing)ring).Current;
        record = record with { Loss = loss, Correct = correct };
    }

    /// <inheritdoc/>
    public int SampleLosses(Tensor logits, ByteTensor labels, Tensor losses)
    {
        Shapes.Equal(labels.Shape.Size, logits.Shape.Rows);
        Shapes.Equal(losses.Size, logits.Shape.Rows);
        _isFinite = true;
        return Softmax.Losses(logits.Elements(), labels.Bytes(), losses.Elements());
    }

    /// <inheritdoc/>
    public void SgdStep(Tensor parameters, Tensor gradients, Tensor velocity, BitTensor? mask, SgdCoefficients coefficients, StepRing ring)
    {
        Shapes.Equal(gradients.Size, parameters.Size);
        Shapes.Equal(velocity.Size, parameters.Size);
        Shapes.Equal(mask?.Length ?? parameters.Size, parameters.Size);
        var (fingerprint, isFinite) = SgdStep(parameters.Elements(), gradients.Elements(), velocity.Elements(), mask.Bits(), coefficients);
        ref var record = ref ((HostRing)ring).Current;

        // NaN has different bits on different processors: a diverged step has no fingerprint.
        isFinite &= _isFinite;
        record = record with { Fingerprint = isFinite ? fingerprint : default, IsFinite = isFinite };
        _isFinite = true;
    }

    /// <inheritdoc/>
    public Fingerprint Fingerprint(Tensor parameters) => Fingerprint(parameters.Elements());

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees what the device itself holds; tensors live as long as somebody refers to them.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }

    private protected abstract void GatherSamples(ReadOnlySpan<byte> samples, ReadOnlySpan<int> indices, Span<float> batch);

    private protected abstract void MatrixProduct(LinearShape shape, ReadOnlySpan<float> x, ReadOnlySpan<float> w, MaskBits mask, Span<float> y);

    private protected abstract void InputGradient(LinearShape shape, ReadOnlySpan<float> dy, ReadOnlySpan<float> w, MaskBits mask, Span<float> dx);

    private protected abstract void WeightGradient(LinearShape shape, ReadOnlySpan<float> x, ReadOnlySpan<float> dy, MaskBits mask, Span<float> dw);

    private protected abstract bool AddBias(Span<float> y, ReadOnlySpan<float> bias);

    private protected abstract void BiasGradient(ReadOnlySpan<float> dy, Span<float> dbias);

    private protected abstract void Relu(Span<float> y);

    private protected abstract bool ReluGradient(ReadOnlySpan<float> y, Span<float> dy);

    private protected abstract (Fingerprint Fingerprint, bool IsFinite) SgdStep(Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> velocity, MaskBits mask, SgdCoefficients coefficients);

    private protected abstract Fingerprint Fingerprint(ReadOnlySpan<float> parameters);
}
