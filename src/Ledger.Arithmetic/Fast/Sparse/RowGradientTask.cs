using System.Numerics;
using System.Runtime.CompilerServices;
using Ledger.Arithmetic.Elementary;

namespace Ledger.Arithmetic.Fast.Sparse;

/// <summary>
/// One call of a <see cref="RowWeightGradient{T}"/>: x and dy are written out as [feature][sample]; then sixteen survivors' rows of x are
/// transposed block by block, so that a vector holds their inputs of one sample, and summed against that sample's dy.
/// </summary>
internal unsafe struct RowGradientTask
{
    private const int Block = PairwiseBlocks.BlockSize;

    public int Samples, Inputs, Outputs;

    /// <summary>[sample][input], [sample][output].</summary>
    public float* X, Dy;

    /// <summary>[input][sample], [output][sample], in rows of <see cref="Width"/>.</summary>
    public float* Xt, Dyt;
    public int Width;

    public Survivor* Survivors;
    public RowGroup* Groups;
    public int GroupCount;

    /// <summary>[input][output].</summary>
    public float* Target;

    /// <summary>Computes the survivors of the gradient.</summary>
    public static void Run<T>(ThreadTeam team, RowGradientTask task)
        where T : struct, ILanes<T>
    {
        team.Run(&TransposePart, &task);
        team.Run(&SumPart<T>, &task);
    }

    private static void TransposePart(void* argument, int part, int parts)
    {
        var task = (RowGradientTask*)argument;
        task->Transpose(task->X, task->Inputs, task->Xt, part, parts);
        task->Transpose(task->Dy, task->Outputs, task->Dyt, part, parts);
    }

    private readonly void Transpose(float* source, int features, float* target, int part, int parts)
    {
        var strips = (features + 15) / 16;
        var (start, end) = (strips * part / parts * 16, Math.Min(strips * (part + 1) / parts * 16, features));
        Squares.Transpose(source + start, features, Samples, end - start, target + (nint)start * Width, Width);
    }

    private static void SumPart<T>(void* argument, int part, int parts)
        where T : struct, ILanes<T>
    {
        var task = (RowGradientTask*)argument;
        var end = (int)((long)task->GroupCount * (part + 1) / parts);
        for (var n = (int)((long)task->GroupCount * part / parts); n < end; n++)
        {
            task->Sum<T>(task->Groups[n]);
        }
    }

    [SkipLocalsInit]
    private readonly void Sum<T>(in RowGroup group)
        where T : struct, ILanes<T>
    {
        var rows = stackalloc float*[RowGroup.Lanes];
        for (var n = 0; n < RowGroup.Lanes; n++)
        {
            rows[n] = Xt + Survivors[group.First + Math.Min(n, group.Count - 1)].Source;
        }

        var blocks = (Samples + Block - 1) / Block;

        // On a cache line, so that no vector lies on two.
        var room = stackalloc float[RowGroup.Lanes * (Block + BitOperations.Log2((uint)blocks) + 2) + 16];
        var terms = (float*)(((nint)room + 63) & ~(nint)63);
        var stack = terms + RowGroup.Lanes * Block;
        var squares = (group.Count + 7) / 8;
        for (var (block, height) = (1, 0); block <= blocks; block++)
        {
            var start = (block - 1) * Block;
            var depth = Math.Min(Block, Samples - start);
            for (var n = 0; n < squares * 8; n += 8)
            {
                Squares.TransposeEight(rows + n, depth, terms + n, RowGroup.Lanes);
            }

            for (var n = 0; n < RowGroup.Lanes; n++)
            {
                rows[n] += Block;
            }

            // The tree of PairwiseFold: carries of a binary counter, and all that is left at the end.
            var merges = block == blocks ? height : BitOperations.TrailingZeroCount(block);
            height -= merges;
            RowChains<T>.Run(squares * 8, depth, terms, Dyt + (nint)group.Output * Width + start, stack + height * RowGroup.Lanes, merges);
            height++;
        }

        for (var n = 0; n < group.Count; n++)
        {
            Target[Survivors[group.First + n].Weight] = stack[n];
        }
    }
}
