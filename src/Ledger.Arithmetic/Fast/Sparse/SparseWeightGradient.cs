using System.Runtime.Intrinsics.X86;
using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Fast.Sparse;

/// <summary>
/// The weight gradient of a masked linear layer, survivors alone: dw[I, O] = xᵀ · dy in blocks of samples, with the bits of
/// <see cref="Reference.SampleSums.Weights"/>. Masked entries are left as they are.
/// </summary>
/// <remarks>The mask is read once, at construction; calls allocate nothing. One call at a time. x is read up to 31 elements past its end.</remarks>
internal sealed unsafe class SparseWeightGradient
{
    private readonly ThreadTeam _team;
    private readonly LinearShape _capacity;
    private readonly SurvivorGroups _groups;
    private readonly Tensor _aligned;

    /// <summary>The gradient for up to the capacity's samples.</summary>
    public SparseWeightGradient(LinearShape capacity, MaskBits mask, ThreadTeam team)
    {
        (_team, _capacity, _groups) = (team, capacity, new SurvivorGroups(capacity, mask));
        var shape = new Shape(capacity.Samples, (capacity.Outputs + SurvivorGroups.Lanes - 1) / SurvivorGroups.Lanes * SurvivorGroups.Lanes);

        // Off a multiple of 4 KiB, so that consecutive rows don't fall into the same cache sets.
        shape = shape.Columns % 1024 == 0 ? new Shape(shape.Rows, shape.Columns + SurvivorGroups.Lanes) : shape;
        _aligned = new Tensor(new HostMemory(shape.Size, colour: 0), 0, shape);
    }

    /// <summary>True if this processor permutes two vectors of sixteen.</summary>
    public static bool IsSupported => Avx512F.IsSupported;

    /// <summary>Writes the kept entries of dw[I, O].</summary>
    public void Run(ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dw)
    {
        fixed (float* inputs = x, outputs = dy, aligned = _aligned.Elements(), target = dw)
        fixed (int* places = _groups.Places, weights = _groups.Weights)
        fixed (SurvivorGroups.Bundle* bundles = _groups.Bundles)
        {
            GradientTask.Run(_team, new GradientTask
            {
                Samples = x.Length / _capacity.Inputs,
                Inputs = _capacity.Inputs,
                Outputs = _capacity.Outputs,
                X = inputs,
                Dy = outputs,
                Aligned = aligned,
                DyRow = _aligned.Shape.Columns,
                Bundles = bundles,
                BundleCount = _groups.Bundles.Length,
                Places = places,
                Weights = weights,
                Target = target,
            });
        }
    }
}
