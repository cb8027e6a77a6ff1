using Ledger.Application.Training;
using Ledger.Arithmetic;
using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Fast;
using Ledger.Arithmetic.Reference;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Application.Tests.Scenarios;

/// <summary>Devices whose fast weight gradient has one bit wrong in one call of each device.</summary>
internal sealed class FaultyDevices(int faultyCall) : IDeviceFactory
{
    public IDevice CreateFast() => new FaultyDevice(new CpuDevice(), faultyCall);

    public IDevice CreateReference() => new ReferenceDevice();

    private sealed class FaultyDevice(IDevice device, int faultyCall) : IDevice
    {
        private int _calls;

        public string Name => device.Name;

        public Tensor Allocate(Shape shape) => device.Allocate(shape);

        public ByteTensor Place(ReadOnlyMemory<byte> bytes, Shape shape) => device.Place(bytes, shape);

        public ByteTensor AllocateBytes(Shape shape) => device.AllocateBytes(shape);

        public BitTensor PlaceBits(ReadOnlySpan<byte> bits, int length) => device.PlaceBits(bits, length);

        public StepRing AllocateRing(int capacity) => device.AllocateRing(capacity);

        public void Write(ReadOnlySpan<float> source, Tensor target) => device.Write(source, target);

        public void Read(Tensor source, Span<float> target) => device.Read(source, target);

        public void Read(ByteTensor source, Span<byte> target) => device.Read(source, target);

        public void GatherSamples(ByteTensor samples, ReadOnlySpan<int> indices, Tensor batch) => device.GatherSamples(samples, indices, batch);

        public void GatherLabels(ByteTensor labels, ReadOnlySpan<int> indices, ByteTensor batch) => device.GatherLabels(labels, indices, batch);

        public void MatrixProduct(Tensor x, Tensor w, BitTensor? mask, Tensor y) => device.MatrixProduct(x, w, mask, y);

        public void InputGradient(Tensor dy, Tensor w, BitTensor? mask, Tensor dx) => device.InputGradient(dy, w, mask, dx);

        public void WeightGradient(Tensor x, Tensor dy, BitTensor? mask, Tensor dw)
        {
            device.WeightGradient(x, dy, mask, dw);
            if (++_calls == faultyCall)
            {
                var values = new float[dw.Size];
                device.Read(dw, values);
                var i = Array.FindIndex(values, static value => value != 0);
                values[i] = BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(values[i]) ^ (1 << 22));
                device.Write(values, dw);
            }
        }

        public void AddBias(Tensor y, Tensor bias) => device.AddBias(y, bias);

        public void BiasGradient(Tensor dy, Tensor dbias) => device.BiasGradient(dy, dbias);

        public void Relu(Tensor y) => device.Relu(y);

        public void ReluGradient(Tensor y, Tensor dy) => device.ReluGradient(y, dy);

        public void SoftmaxCrossEntropy(Tensor logits, ByteTensor labels, Tensor gradient, StepRing ring) => device.SoftmaxCrossEntropy(logits, labels, gradient, ring);

        public int SampleLosses(Tensor logits, ByteTensor labels, Tensor losses) => device.SampleLosses(logits, labels, losses);

        public void SgdStep(Tensor parameters, Tensor gradients, Tensor velocity, BitTensor? mask, SgdCoefficients coefficients, StepRing ring) =>
            device.SgdStep(parameters, gradients, velocity, mask, coefficients, ring);

        public Fingerprint Fingerprint(Tensor parameters) => device.Fingerprint(parameters);

        public void Dispose() => device.Dispose();
    }
}
