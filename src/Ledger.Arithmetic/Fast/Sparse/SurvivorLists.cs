using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Fast.Sparse;

/// <summary>The kept weights of each result feature, in the order of its chain: compressed columns of w[I, O], or its compressed rows.</summary>
internal sealed class SurvivorLists
{
    private SurvivorLists(int sources, int targets)
    {
        Sources = sources;
        Starts = new int[targets + 1];
    }

    /// <summary>Features that the chains run over.</summary>
    public int Sources { get; }

    /// <summary>Features of the result.</summary>
    public int Targets => Starts.Length - 1;

    /// <summary>First survivor of each result feature, and the end of the last.</summary>
    public int[] Starts { get; }

    /// <summary>All survivors, one result feature after the other.</summary>
    public Survivor[] Survivors { get; private set; } = [];

    /// <summary>Per output the kept inputs, ascending; source n begins at element n · <paramref name="width"/>.</summary>
    public static SurvivorLists OfOutputs(LinearShape shape, MaskBits mask, int width)
    {
        var lists = new SurvivorLists(shape.Inputs, shape.Outputs);
        lists.Fill(mask, width, sourceStep: shape.Outputs, targetStep: 1);
        return lists;
    }

    /// <summary>Per input the kept outputs, ascending; source n begins at element n · <paramref name="width"/>.</summary>
    public static SurvivorLists OfInputs(LinearShape shape, MaskBits mask, int width)
    {
        var lists = new SurvivorLists(shape.Outputs, shape.Inputs);
        lists.Fill(mask, width, sourceStep: 1, targetStep: shape.Outputs);
        return lists;
    }

    private void Fill(MaskBits mask, int width, int sourceStep, int targetStep)
    {
        var survivors = new List<Survivor>();
        for (var target = 0; target < Targets; target++)
        {
            for (var source = 0; source < Sources; source++)
            {
                var weight = source * sourceStep + target * targetStep;
                if (mask.Keeps(weight))
                {
                    survivors.Add(new Survivor(checked(source * width), weight));
                }
            }

            Starts[target + 1] = survivors.Count;
        }

        Survivors = [.. survivors];
    }
}
