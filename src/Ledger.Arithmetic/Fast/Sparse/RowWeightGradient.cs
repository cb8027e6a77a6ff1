using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Fast.Sparse;

/// <summary>
/// The weight gradient of a masked linear layer, survivors alone, on any lanes: dw[I, O] = xᵀ · dy in blocks of samples, with the bits of
/// <see cref="Reference.SampleSums.Weights"/>. Masked entries are left as they are.
/// </summary>
/// <remarks>The mask is read once, at construction; calls allocate nothing. One call at a time.</remarks>
/// <typeparam name="T">The lanes.</typeparam>
internal sealed unsafe class RowWeightGradient<T>
    where T : struct, ILanes<T>
{
    private readonly ThreadTeam _team;
    private readonly LinearShape _capacity;
    private readonly SurvivorLists _lists;
    private readonly RowGroup[] _groups;
    private readonly Tensor _inputs, _outputs;

    /// <summary>The gradient for up to the capacity's samples.</summary>
    public RowWeightGradient(LinearShape capacity, MaskBits mask, ThreadTeam team)
    {
        // Off a multiple of 4 KiB, so that consecutive rows don't fall into the same cache sets.
        var width = (capacity.Samples + 15) / 16 * 16;
        width += width % 1024 == 0 ? 16 : 0;
        (_team, _capacity, _lists) = (team, capacity, SurvivorLists.OfOutputs(capacity, mask, width));
        _groups = RowGroup.Of(_lists);
        (_inputs, _outputs) = (Room(capacity.Inputs, width), Room(capacity.Outputs, width));
    }

    /// <summary>Writes the kept entries of dw[I, O].</summary>
    public void Run(ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dw)
    {
        fixed (float* inputs = x, outputs = dy, xt = _inputs.Elements(), dyt = _outputs.Elements(), target = dw)
        fixed (Survivor* survivors = _lists.Survivors)
        fixed (RowGroup* groups = _groups)
        {
            RowGradientTask.Run<T>(_team, new RowGradientTask
            {
                Samples = x.Length / _capacity.Inputs,
                Inputs = _capacity.Inputs,
                Outputs = _capacity.Outputs,
                X = inputs,
                Dy = outputs,
                Xt = xt,
                Dyt = dyt,
                Width = _inputs.Shape.Columns,
                Survivors = survivors,
                Groups = groups,
                GroupCount = _groups.Length,
                Target = target,
            });
        }
    }

    private static Tensor Room(int features, int width)
    {
        var shape = new Shape(features, width);
        return new Tensor(new HostMemory(shape.Size, colour: 0), 0, shape);
    }
}
