using Ledger.Arithmetic.Fast;
using Ledger.Arithmetic.Fast.Maps;
using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Reference;

namespace Ledger.Arithmetic.Tests.Fast.Maps;

/// <summary>Fast equals reference, bit for bit, over samples in whole and partial blocks, maps from one position on, channels off every vector edge.</summary>
public sealed class MapKernelsTests
{
    private static readonly BatchNormCoefficients Coefficients = new(1e-5f, 0.1f);

    private static readonly MapShape[] Shapes =
    [
        new(1, 1, 1, 1), new(2, 1, 3, 5), new(1, 17, 19, 3), new(31, 2, 2, 16), new(32, 4, 3, 17), new(33, 3, 2, 33), new(65, 2, 1, 64), new(97, 1, 1, 10), new(4, 8, 8, 48), new(1, 1, 1, 7),
    ];

    public static TheoryData<int, string> All() => Teams.All();

    [Theory]
    [MemberData(nameof(All))]
    public void Normalise_HardValues_EqualsReference(int threads, string kind) => Each(threads, kind, static (kernels, shape) =>
    {
        foreach (var isRectified in new[] { false, true })
        {
            var x = HardValues.Draw(1, shape.Size).Select(static v => v is > 1e10f or < -1e10f ? v * 1e-9f : v).ToArray();
            var (found, wanted) = (new Channels(shape.Channels), new Channels(shape.Channels));
            var isFinite = false;
            var y = Room.Fill(shape.Size, y => isFinite = kernels.Normalise(shape, Coefficients, isRectified, x, found.State(), y));
            Assert.Equal(Wanted(shape, x, wanted, isRectified, out var isWantedFinite), y);
            Assert.Equal(isWantedFinite, isFinite);
            Assert.Equal(wanted.Bits(), found.Bits());
            var evaluated = Room.Fill(shape.Size, y => Assert.True(kernels.Evaluate(shape, Coefficients, isRectified, x, found.State(), y)));
            Assert.Equal(
                Room.Fill(shape.Size, y =>
                {
                    BatchNorm.Evaluate(shape, Coefficients, x, wanted.RunningMean, wanted.RunningVariance, wanted.Gamma, wanted.Beta, y);
                    Rectify(isRectified, y);
                }),
                evaluated);
        }
    });

    [Theory]
    [MemberData(nameof(All))]
    public void NormaliseGradient_HardValues_EqualsReference(int threads, string kind) => Each(threads, kind, static (kernels, shape) =>
    {
        foreach (var isRectified in new[] { false, true })
        {
            var (x, dy) = (HardValues.Draw(2, shape.Size), HardValues.Draw(3, shape.Size));
            var (found, wanted) = (new Channels(shape.Channels), new Channels(shape.Channels));
            var isFinite = false;
            var dx = Room.Fill(shape.Size, dx => isFinite = kernels.NormaliseGradient(shape, isRectified, x, dy, found.State(), dx));
            var gated = dy.ToArray();
            if (isRectified)
            {
                var y = new float[shape.Size];
                BatchNorm.Normalise(shape, x, wanted.Mean, wanted.Inverse, wanted.Gamma, wanted.Beta, y);
                Rectifier.Backward(y, gated);
            }

            var isWantedFinite = false;
            Assert.Equal(Room.Fill(shape.Size, dx => isWantedFinite = BatchNormGradient.Run(shape, x, gated, wanted.Mean, wanted.Inverse, wanted.Gamma, wanted.GammaGradient, wanted.BetaGradient, dx)), dx);
            Assert.Equal(isWantedFinite, isFinite);
            Assert.Equal(wanted.Bits(), found.Bits());
            Assert.Equal(dx, Room.Fill(shape.Size, place =>
            {
                dy.CopyTo(place);
                kernels.NormaliseGradient(shape, isRectified, x, place, found.State(), place);
            }));
        }
    });

    [Theory]
    [MemberData(nameof(All))]
    public void Flags_OneValueNotFinite_AreLowered(int threads, string kind) => Each(threads, kind, static (kernels, shape) =>
    {
        foreach (var at in new[] { 0, shape.Size / 2, shape.Size - 1 })
        {
            var (x, dy) = (HardValues.Draw(4, shape.Size).Select(static v => v % 8f).ToArray(), HardValues.Draw(5, shape.Size).Select(static v => v % 8f).ToArray());
            var y = new float[shape.Size];
            Assert.True(kernels.Normalise(shape, Coefficients, isRectified: true, x, new Channels(shape.Channels).State(), y));
            Assert.True(kernels.NormaliseGradient(shape, isRectified: false, x, dy, new Channels(shape.Channels).State(), y));
            (x[at], dy[at]) = (float.NegativeInfinity, float.PositiveInfinity);
            Assert.False(kernels.Normalise(shape, Coefficients, isRectified: true, x, new Channels(shape.Channels).State(), y));
            Assert.False(kernels.Evaluate(shape, Coefficients, isRectified: true, x, new Channels(shape.Channels).State(), y));
            Assert.False(kernels.NormaliseGradient(shape, isRectified: false, y, dy, new Channels(shape.Channels).State(), y));
        }
    });

    [Theory]
    [MemberData(nameof(All))]
    public void Pools_HardValuesWithTies_EqualReference(int threads, string kind) => Each(threads, kind, static (kernels, map) =>
    {
        foreach (var shape in new PoolShape[] { new(map, 1, 1), new(map, Math.Min(2, map.Rows), Math.Min(2, map.Columns)), new(map, Math.Min(3, map.Rows), Math.Min(2, map.Columns)), new(map, map.Rows, map.Columns) })
        {
            var (x, dy, size) = (HardValues.Draw(6, map.Size), HardValues.Draw(7, shape.Output.Size), shape.Output.Size);
            x[0] = float.NegativeInfinity;
            x[map.Size / 2] = float.PositiveInfinity;
            x[map.Size - 1] = float.NaN;
            Assert.Equal(Room.Fill(size, y => Pools.Maximum(shape, x, y)), Room.Fill(size, y => kernels.Maximum(shape, x, y)));
            Assert.Equal(Room.Fill(size, y => Pools.Average(shape, x, y)), Room.Fill(size, y => kernels.Average(shape, x, y)));
            Assert.Equal(Room.Fill(map.Size, dx => Pools.MaximumGradient(shape, x, dy, dx)), Room.Fill(map.Size, dx => kernels.MaximumGradient(shape, x, dy, dx)));
            Assert.Equal(Room.Fill(map.Size, dx => Pools.AverageGradient(shape, dy, dx)), Room.Fill(map.Size, dx => kernels.AverageGradient(shape, dy, dx)));
        }
    });

    [Theory]
    [MemberData(nameof(All))]
    public void BiasGradient_HardValues_EqualsReference(int threads, string kind) => Each(threads, kind, static (kernels, shape) =>
    {
        var dy = HardValues.Draw(8, shape.Size);
        Assert.Equal(Room.Fill(shape.Channels, sums => MapBias.Gradient(shape, dy, sums)), Room.Fill(shape.Channels, sums => kernels.BiasGradient(shape, dy, sums)));
    });

    [Theory]
    [MemberData(nameof(All))]
    public void Evaluate_NegativeZeros_KeepTheirSign(int threads, string kind) => Each(threads, kind, static (kernels, shape) =>
    {
        var x = Enumerable.Range(0, shape.Size).Select(static n => n % 2 == 0 ? -0f : -float.Epsilon).ToArray();
        float[] Channel(float value) => [.. Enumerable.Repeat(value, shape.Channels)];
        var y = Room.Fill(shape.Size, y => kernels.Evaluate(shape, Coefficients, isRectified: false, x, new BatchNormState { Gamma = Channel(1f), Beta = Channel(-0f), RunningMean = Channel(0f), RunningVariance = Channel(100f) }, y));
        Assert.Equal(Room.Fill(shape.Size, y => BatchNorm.Evaluate(shape, Coefficients, x, Channel(0f), Channel(100f), Channel(1f), Channel(-0f), y)), y);
        Assert.All(y, static bits => Assert.Equal(0x8000_0000, bits));
    });

    private static uint[] Wanted(MapShape shape, float[] x, Channels channels, bool isRectified, out bool isFinite)
    {
        var all = BatchNorm.Statistics(shape, Coefficients, x, channels.Mean, channels.Inverse, channels.RunningMean, channels.RunningVariance);
        var bits = Room.Fill(shape.Size, y =>
        {
            all &= BatchNorm.Normalise(shape, x, channels.Mean, channels.Inverse, channels.Gamma, channels.Beta, y);
            Rectify(isRectified, y);
        });
        isFinite = all;
        return bits;
    }

    private static void Rectify(bool isRectified, Span<float> y)
    {
        if (isRectified)
        {
            Rectifier.Forward(y);
        }
    }

    private static void Each(int threads, string kind, Action<MapKernels, MapShape> check)
    {
        using var team = new ThreadTeam(threads);
        var kernels = MapKernels.For(Teams.Kind(kind), team);
        foreach (var shape in Shapes)
        {
            check(kernels, shape);
        }
    }

    // γ and β with zeros of both signs, a mean and an inverse that a gradient may start from.
    private sealed class Channels(int count)
    {
        public float[] Gamma { get; } = Small(20, count);

        public float[] Beta { get; } = Small(21, count);

        public float[] RunningMean { get; } = Small(22, count);

        public float[] RunningVariance { get; } = [.. Small(23, count).Select(Math.Abs)];

        public float[] Mean { get; } = Small(24, count);

        public float[] Inverse { get; } = Small(25, count);

        public float[] GammaGradient { get; } = new float[count];

        public float[] BetaGradient { get; } = new float[count];

        public BatchNormState State() => new()
        {
            Gamma = Gamma,
            Beta = Beta,
            RunningMean = RunningMean,
            RunningVariance = RunningVariance,
            Mean = Mean,
            Inverse = Inverse,
            GammaGradient = GammaGradient,
            BetaGradient = BetaGradient,
        };

        public uint[] Bits() => Tests.Bits.Of([.. Mean, .. Inverse, .. RunningMean, .. RunningVariance, .. GammaGradient, .. BetaGradient]);

        private static float[] Small(ulong seed, int count) => [.. HardValues.Draw(seed, count).Select(static v => v % 8f)];
    }
}
