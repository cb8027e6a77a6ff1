using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Fast;
using Ledger.Arithmetic.Fast.Sparse;
using Ledger.Arithmetic.Random;
using Ledger.Arithmetic.Reference;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Tests.Fast.Sparse;

/// <summary>Update and fingerprint over survivors equal update and fingerprint over all parameters.</summary>
public sealed class SparseParameterPassTests
{
    private static readonly double[] Densities = [0, 0.002, 0.014, 0.1, 0.4, 1];

    public static TheoryData<string, int> Lanes() => SparseCase.Lanes();

    [Theory]
    [MemberData(nameof(Lanes))]
    public void Update_AnyLengthMaskAndCoefficients_EqualsReference(string kind, int threads) => ((ILaneCheck)new Updates(threads)).RunOn(kind);

    [Theory]
    [MemberData(nameof(Lanes))]
    public void Update_NonFiniteSurvivorAnywhere_IsReported(string kind, int threads) => ((ILaneCheck)new Divergences(threads)).RunOn(kind);

    private static byte[] DrawMask(int length, int offset, double density)
    {
        var stream = new PhiloxStream(61, Purpose.Synthetic, 3, 0);
        var bits = new byte[(offset + length + 7) / 8 + 8];
        for (var n = 0; n < length; n++)
        {
            bits[(offset + n) / 8] |= (byte)(stream.Word((uint)n) < density * 4294967296.0 ? 1 << (offset + n) % 8 : 0);
        }

        return bits;
    }

    // Device memory: kernels read past its end, and must not write there.
    private static Tensor Put(ulong seed, int length, MaskBits mask, float masked)
    {
        var tensor = new Tensor(new HostMemory(length + 16, 0), 0, new Shape(length));
        HardValues.Draw(seed, length).CopyTo(tensor.Elements());
        for (var n = 0; n < length; n++)
        {
            tensor.Elements()[n] = mask.Keeps(n) ? tensor.Elements()[n] : masked;
        }

        ((HostMemory)tensor.Memory).Elements[length..].Fill(7f);
        return tensor;
    }

    private sealed class Updates(int threads) : ILaneCheck
    {
        public void Run<T>()
            where T : struct, ILanes<T>
        {
            using var team = new ThreadTeam(threads);
            foreach (var length in new[] { 1, 15, 16, 17, 250, 4095, 4096, 4097, 9001 })
            {
                foreach (var density in Densities)
                {
                    Check<T>(team, length, new MaskBits(DrawMask(length, 3, density), 3), new SgdCoefficients(0.1f, 0f, 0f), $"{length}, {density}");
                    Check<T>(team, length, new MaskBits(DrawMask(length, 0, density), 0), new SgdCoefficients(1.2e-3f, 0.9f, 5e-4f), $"{length}, {density}");
                }
            }
        }

        private static void Check<T>(ThreadTeam team, int length, MaskBits mask, SgdCoefficients coefficients, string name)
            where T : struct, ILanes<T>
        {
            var (p, v, g) = (Put(62, length, mask, 0f), Put(63, length, mask, 0f), Put(64, length, mask, float.NaN));
            var (parameters, velocity) = (p.Elements().ToArray(), v.Elements().ToArray());
            var pass = new SparseParameterPass<T>(mask, length, team, new FingerprintTables());
            for (var step = 0; step < 2; step++)
            {
                var isFinite = Sgd.Update(parameters, g.Elements(), velocity, mask, coefficients);
                Assert.Equal((FingerprintSum.Of(parameters), isFinite), pass.Update(p.Elements(), g.Elements(), v.Elements(), coefficients));
                Assert.True(Bits.Of(parameters).SequenceEqual(Bits.Of(p.Elements())), name);
                Assert.True(Bits.Of(velocity).SequenceEqual(Bits.Of(v.Elements())), name);
            }

            Assert.All(((HostMemory)p.Memory).Elements[length..].ToArray(), after => Assert.Equal(7f, after));
        }
    }

    private sealed class Divergences(int threads) : ILaneCheck
    {
        public void Run<T>()
            where T : struct, ILanes<T>
        {
            const int Length = 4203;
            using var team = new ThreadTeam(threads);
            var mask = new MaskBits(DrawMask(Length, 0, 0.05), 0);
            var pass = new SparseParameterPass<T>(mask, Length, team, new FingerprintTables());
            for (var n = 0; n < Length; n++)
            {
                if (n < 4000 && n % 97 != 0)
                {
                    continue;
                }

                var (p, v, g) = (Put(65, Length, mask, 0f), Put(66, Length, mask, 0f), Put(67, Length, mask, 0f));
                g.Elements()[n] = float.PositiveInfinity;
                Assert.Equal(!mask.Keeps(n), pass.Update(p.Elements(), g.Elements(), v.Elements(), new SgdCoefficients(0.1f, 0.5f, 0f)).IsFinite);
            }
        }
    }
}
