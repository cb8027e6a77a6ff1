using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Elementary;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Fast.Sparse;

/// <summary>
/// The weight gradient of a masked linear layer, survivors alone: dw[I, O] = xᵀ · dy in blocks of samples, with the bits of
/// <see cref="Reference.SampleSums.Weights"/>. Masked entries are left as they are.
/// </summary>
/// <remarks>The mask is read once, at construction; calls allocate nothing. x and dy are read up to 31 elements past their ends.</remarks>
internal sealed unsafe class SparseWeightGradient(LinearShape capacity, MaskBits mask, ThreadTeam team)
{
    private readonly SurvivorGroups _groups = new(capacity, mask);

    /// <summary>True if this processor permutes two vectors of sixteen.</summary>
    public static bool IsSupported => Avx512F.IsSupported;

    /// <summary>Writes the kept entries of dw[I, O].</summary>
    public void Run(ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dw)
    {
        fixed (float* inputs = x, outputs = dy, target = dw)
        {
            fixed (int* places = _groups.Places, weights = _groups.Weights)
            {
                fixed (SurvivorGroups.Bundle* bundles = _groups.Bundles)
                {
                    var task = new Work
                    {
                        Samples = x.Length / capacity.Inputs,
                        X = inputs,
                        XRow = capacity.Inputs,
                        Dy = outputs,
                        DyRow = capacity.Outputs,
                        Bundles = bundles,
                        Count = _groups.Bundles.Length,
                        Places = places,
                        Weights = weights,
                        Target = target,
                    };
                    team.Run(&RunPart, &task);
                }
            }
        }
    }

    private static void RunPart(void* argument, int part, int parts)
    {
        var work = (Work*)argument;
        var end = (int)((long)work->Count * (part + 1) / parts);
        for (var n = (int)((long)work->Count * part / parts); n < end; n++)
        {
            work->Run(work->Bundles[n]);
        }
    }

    private struct Work
    {
        public int Samples, Count;
        public float* X, Dy, Target;
        public nint XRow, DyRow;
        public SurvivorGroups.Bundle* Bundles;
        public int* Places, Weights;

        [SkipLocalsInit]
        public readonly void Run(in SurvivorGroups.Bundle bundle)
        {
            const int Size = SurvivorGroups.Largest * SurvivorGroups.Lanes;
            var blocks = (Samples + PairwiseBlocks.BlockSize - 1) / PairwiseBlocks.BlockSize;

            // On a cache line, so that no vector lies on two.
            var room = stackalloc float[Size * (BitOperations.Log2((uint)blocks) + 2) + 16];
            var stack = (float*)(((nint)room + 63) & ~(nint)63);
            var tile = new GroupTile { XRow = XRow, DyRow = DyRow, Places = Places + bundle.FirstGroup * 2 * SurvivorGroups.Lanes };
            for (var (block, height) = (1, 0); block <= blocks; block++)
            {
                var start = (block - 1) * PairwiseBlocks.BlockSize;
                tile.Depth = Math.Min(PairwiseBlocks.BlockSize, Samples - start);
                tile.X = X + start * XRow + bundle.Input;
                tile.Dy = Dy + start * DyRow + bundle.Output;

                // The tree of PairwiseFold: carries of a binary counter, and all that is left at the end.
                tile.Merges = block == blocks ? height : BitOperations.TrailingZeroCount(block);
                tile.Partial = stack + (height - 1) * Size;
                height -= tile.Merges;
                tile.Sums = stack + height * Size;
                GroupKernels.Run(bundle.Groups, tile);
                height++;
            }

            var weights = Weights + bundle.FirstWeight;
            for (var n = 0; n < bundle.Survivors; n++)
            {
                Target[weights[n]] = stack[n];
            }
        }
    }
}
