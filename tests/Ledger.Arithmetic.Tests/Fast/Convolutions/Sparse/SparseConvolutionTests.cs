using Ledger.Arithmetic.Fast;
using Ledger.Arithmetic.Fast.Convolutions.Sparse;
using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tests.Fast.Sparse;
using Plain = Ledger.Arithmetic.Reference.Convolutions;

namespace Ledger.Arithmetic.Tests.Fast.Convolutions.Sparse;

/// <summary>Convolutions by kept weights equal the reference that skips the others, bit for bit, whatever the lanes, the threads and the shape.</summary>
public sealed class SparseConvolutionTests
{
    public static TheoryData<int, string> All() => Teams.All();

    [Theory]
    [MemberData(nameof(All))]
    public void EachDirection_HardValues_EqualsReference(int threads, string kind)
    {
        using var team = new ThreadTeam(threads);
        var room = new ScratchMemory();
        foreach (var masked in SparseConvolutionCase.All())
        {
            ((ILaneCheck)new Check(masked, team, room)).RunOn(kind);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void EachDirection_InfinitiesWithinTheMap_ReachOnlyKeptWeights(int threads, string kind)
    {
        using var team = new ThreadTeam(threads);
        foreach (var masked in new[] { new SparseConvolutionCase(new(17, 5, 5, 3, 4, 1, 1, 0), 0.4), new SparseConvolutionCase(new(3, 6, 5, 2, 4, 3, 2, 0), 0.2) })
        {
            masked.X[masked.X.Length / 2] = float.PositiveInfinity;
            masked.Dy[masked.Dy.Length / 2] = float.NegativeInfinity;
            ((ILaneCheck)new ProductCheck(masked, team, new ScratchMemory())).RunOn(kind);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void EachDirection_InfinitiesAgainstTheBorder_AreRefused(int threads, string kind)
    {
        using var team = new ThreadTeam(threads);
        ((ILaneCheck)new Refusal(new SparseConvolutionCase(new ConvolutionShape(17, 3, 3, 3, 4, 3, 1, 1), 0.5), team)).RunOn(kind);
    }

    [Fact]
    public void EachDirection_Repeated_AllocatesNothing()
    {
        using var team = new ThreadTeam(1);
        var masked = new SparseConvolutionCase(new ConvolutionShape(33, 6, 6, 3, 4, 3, 2, 1), 0.3);
        ((ILaneCheck)new Repetition(masked, team)).RunOn(LaneKinds.Fastest().ToString());
    }

    private sealed class Check(SparseConvolutionCase masked, ThreadTeam team, ScratchMemory room) : ILaneCheck
    {
        public void Run<T>()
            where T : struct, ILanes<T>
        {
            new ProductCheck(masked, team, room).Run<T>();
            var shape = masked.Shape;
            var mask = masked.Mask;
            var expected = new float[shape.WeightSize];
            Plain.WeightGradient(shape, masked.X, masked.Dy, mask, expected);
            for (var n = 0; n < expected.Length; n++)
            {
                expected[n] = mask.Keeps(n) ? expected[n] : float.NaN;
            }

            var sparse = new SparseConvolutionGradient<T>(shape, mask, team, room);
            var found = Room.Fill(shape.WeightSize, dw => Assert.True(sparse.TryRun(Room.Of(masked.X), Room.Of(masked.Dy), dw)));
            Assert.True(Bits.Of(expected).SequenceEqual(found), $"weight gradient, {masked}");
        }
    }

    private sealed class ProductCheck(SparseConvolutionCase masked, ThreadTeam team, ScratchMemory room) : ILaneCheck
    {
        public void Run<T>()
            where T : struct, ILanes<T>
        {
            var shape = masked.Shape;
            var forward = SparseConvolution<T>.Forward(shape, masked.Mask, team, room);
            var y = Room.Fill(shape.OutputSize, y => Assert.True(forward.TryRun(Room.Of(masked.X), Room.Of(masked.W), y)));
            Assert.True(Room.Fill(shape.OutputSize, y => Plain.Forward(shape, masked.X, masked.W, masked.Mask, y)).SequenceEqual(y), $"product, {masked}");
            var backward = SparseConvolution<T>.Backward(shape, masked.Mask, team, room);
            var dx = Room.Fill(shape.InputSize, dx => Assert.True(backward.TryRun(Room.Of(masked.Dy), Room.Of(masked.W), dx)));
            Assert.True(Room.Fill(shape.InputSize, dx => Plain.InputGradient(shape, masked.Dy, masked.W, masked.Mask, dx)).SequenceEqual(dx), $"input gradient, {masked}");
        }
    }

    private sealed class Refusal(SparseConvolutionCase masked, ThreadTeam team) : ILaneCheck
    {
        public void Run<T>()
            where T : struct, ILanes<T>
        {
            var (shape, room) = (masked.Shape, new ScratchMemory());
            var (w, dy) = ((float[])masked.W.Clone(), (float[])masked.Dy.Clone());
            w[Enumerable.Range(0, w.Length).First(n => masked.Mask.Keeps(n))] = float.PositiveInfinity;
            dy.AsSpan().Fill(float.NegativeInfinity);
            Assert.False(SparseConvolution<T>.Forward(shape, masked.Mask, team, room).TryRun(Room.Of(masked.X), Room.Of(w), new float[shape.OutputSize]));
            Assert.False(SparseConvolution<T>.Backward(shape, masked.Mask, team, room).TryRun(Room.Of(masked.Dy), Room.Of(w), new float[shape.InputSize]));
            Assert.False(new SparseConvolutionGradient<T>(shape, masked.Mask, team, room).TryRun(Room.Of(masked.X), Room.Of(dy), new float[shape.WeightSize]));
        }
    }

    private sealed class Repetition(SparseConvolutionCase masked, ThreadTeam team) : ILaneCheck
    {
        public void Run<T>()
            where T : struct, ILanes<T>
        {
            var (shape, room) = (masked.Shape, new ScratchMemory());
            var (forward, backward) = (SparseConvolution<T>.Forward(shape, masked.Mask, team, room), SparseConvolution<T>.Backward(shape, masked.Mask, team, room));
            var gradient = new SparseConvolutionGradient<T>(shape, masked.Mask, team, room);
            var (y, dx, dw) = (new float[shape.OutputSize], new float[shape.InputSize], new float[shape.WeightSize]);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var isRun = forward.TryRun(masked.X, masked.W, y) & backward.TryRun(masked.Dy, masked.W, dx) & gradient.TryRun(masked.X, masked.Dy, dw);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 0);
            Assert.True(isRun);
        }
    }
}
