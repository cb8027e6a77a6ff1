using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Devices;

/// <summary>
/// The operations of <c>exact-f32/1</c> on tensors that live on a device. Every implementation gives the same bits;
/// <see cref="Reference.ReferenceDevice"/> is the specification. One training uses one device, one call at a time.
/// </summary>
/// <remarks>
/// B = samples of the batch, I = input features, O = output features, C = classes. A mask has one bit per weight; masked
/// weights are +0 in memory and stand in no chain. Any non-finite pre-activation, gated gradient, loss or updated parameter raises a flag that
/// <see cref="SgdStep"/> reports and lowers; <see cref="SampleLosses"/> lowers it too, so that an evaluation never fails a step.
/// </remarks>
public interface IDevice : IDisposable
{
    /// <summary>What computes, for the record of an attempt: kernels, vector width, threads.</summary>
    string Name { get; }

    /// <summary>A tensor of +0.</summary>
    Tensor Allocate(Shape shape);

    /// <summary>Puts raw samples or labels within the device's reach; the host's bytes must stay as they are.</summary>
    ByteTensor Place(ReadOnlyMemory<byte> bytes, Shape shape);

    /// <summary>Room for bytes that the device itself fills.</summary>
    ByteTensor AllocateBytes(Shape shape);

    /// <summary>Copies packed bits (least significant bit first) to the device.</summary>
    BitTensor PlaceBits(ReadOnlySpan<byte> bits, int length);

    /// <summary>A ring for the records of <paramref name="capacity"/> steps.</summary>
    StepRing AllocateRing(int capacity);

    /// <summary>Host to device; sizes must be equal.</summary>
    void Write(ReadOnlySpan<float> source, Tensor target);

    /// <summary>Device to host; sizes must be equal.</summary>
    void Read(Tensor source, Span<float> target);

    /// <summary>Bytes from device to host; sizes must be equal.</summary>
    void Read(ByteTensor source, Span<byte> target);

    /// <summary>batch[b, i] = samples[indices[b], i] / 255, one division rounded to binary32.</summary>
    void GatherSamples(ByteTensor samples, ReadOnlySpan<int> indices, Tensor batch);

    /// <summary>batch[b] = labels[indices[b]].</summary>
    void GatherLabels(ByteTensor labels, ReadOnlySpan<int> indices, ByteTensor batch);

    /// <summary>y[B, O] = x[B, I] · w[I, O]: one fma chain over ascending i per element, then + (+0).</summary>
    void MatrixProduct(Tensor x, Tensor w, BitTensor? mask, Tensor y);

    /// <summary>dx[B, I] = dy[B, O] · wᵀ: one fma chain over ascending o per element, then + (+0).</summary>
    void InputGradient(Tensor dy, Tensor w, BitTensor? mask, Tensor dx);

    /// <summary>
    /// dw[I, O] = xᵀ · dy: per block of 32 samples one fma chain over ascending samples, then + (+0); the blocks folded pairwise.
    /// Masked entries are left undefined; <see cref="SgdStep"/> never reads them.
    /// </summary>
    void WeightGradient(Tensor x, Tensor dy, BitTensor? mask, Tensor dw);

    /// <summary>y[b, o] = y[b, o] + bias[o]; flags non-finite results.</summary>
    void AddBias(Tensor y, Tensor bias);

    /// <summary>dbias[o] = Σ dy[b, o]: per block of 32 samples from +0 in ascending order, the blocks folded pairwise.</summary>
    void BiasGradient(Tensor dy, Tensor dbias);

    /// <summary>y = y &gt; 0 ? y : +0, in place.</summary>
    void Relu(Tensor y);

    /// <summary>dy = y &gt; 0 ? dy : +0, in place, y being the output of <see cref="Relu"/>; flags non-finite results.</summary>
    void ReluGradient(Tensor y, Tensor dy);

    /// <summary>
    /// Softmax cross-entropy of logits[B, C]: its gradient by the logits (of the mean over the batch), and the mean loss and
    /// the correct count into the ring's current slot; flags a non-finite loss.
    /// </summary>
    void SoftmaxCrossEntropy(Tensor logits, ByteTensor labels, Tensor gradient, StepRing ring);

    /// <summary>The loss of each sample into losses[B]; returns the correct count.</summary>
    int SampleLosses(Tensor logits, ByteTensor labels, Tensor losses);

    /// <summary>
    /// One step of SGD over all parameters (masked ones are set to +0, velocity too), then fingerprint and flag into the
    /// ring's current slot; the flag is lowered. A step that is not finite has the fingerprint 0, 0.
    /// </summary>
    void SgdStep(Tensor parameters, Tensor gradients, Tensor velocity, BitTensor? mask, SgdCoefficients coefficients, StepRing ring);

    /// <summary>The fingerprint of all parameters, element 0 having global index 0.</summary>
    Fingerprint Fingerprint(Tensor parameters);
}
