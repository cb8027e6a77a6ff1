using System.Numerics;
using System.Runtime.CompilerServices;
using Ledger.Arithmetic.Elementary;

namespace Ledger.Arithmetic.Fast.Sparse;

/// <summary>One call of a <see cref="SparseWeightGradient"/>: rows of dy are moved to cache lines, then threads share the bundles.</summary>
internal unsafe struct GradientTask
{
    public int Samples, Inputs, Outputs;

    /// <summary>[sample][input], [sample][output].</summary>
    public float* X, Dy;

    /// <summary>Room for dy in rows of <see cref="DyRow"/> elements: a vector on two cache lines takes two loads.</summary>
    public float* Aligned;
    public nint DyRow;

    public SurvivorGroups.Bundle* Bundles;
    public int BundleCount;
    public int* Places, Weights;

    /// <summary>[input][output].</summary>
    public float* Target;

    /// <summary>Computes the survivors of the gradient.</summary>
    public static void Run(ThreadTeam team, GradientTask task)
    {
        team.Run(&AlignPart, &task);
        team.Run(&SumPart, &task);
    }

    private static void AlignPart(void* argument, int part, int parts)
    {
        var task = (GradientTask*)argument;
        for (var b = task->Samples * part / parts; b < task->Samples * (part + 1) / parts; b++)
        {
            var row = new ReadOnlySpan<float>(task->Dy + (nint)b * task->Outputs, task->Outputs);
            row.CopyTo(new Span<float>(task->Aligned + b * task->DyRow, task->Outputs));
        }
    }

    private static void SumPart(void* argument, int part, int parts)
    {
        var task = (GradientTask*)argument;
        var end = (int)((long)task->BundleCount * (part + 1) / parts);
        for (var n = (int)((long)task->BundleCount * part / parts); n < end; n++)
        {
            task->Sum(task->Bundles[n]);
        }
    }

    [SkipLocalsInit]
    private readonly void Sum(in SurvivorGroups.Bundle bundle)
    {
        const int Size = SurvivorGroups.Largest * SurvivorGroups.Lanes;
        var blocks = (Samples + PairwiseBlocks.BlockSize - 1) / PairwiseBlocks.BlockSize;

        // On a cache line, so that no vector lies on two.
        var room = stackalloc float[Size * (BitOperations.Log2((uint)blocks) + 2) + 16];
        var stack = (float*)(((nint)room + 63) & ~(nint)63);
        var tile = new GroupTile { XRow = Inputs, DyRow = DyRow, Places = Places + bundle.FirstGroup * 2 * SurvivorGroups.Lanes };
        for (var (block, height) = (1, 0); block <= blocks; block++)
        {
            var start = (nint)(block - 1) * PairwiseBlocks.BlockSize;
            tile.Depth = Math.Min(PairwiseBlocks.BlockSize, Samples - start);
            tile.X = X + start * Inputs + bundle.Input;
            tile.Dy = Aligned + start * DyRow + bundle.Output;

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
