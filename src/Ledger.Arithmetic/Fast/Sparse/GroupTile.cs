namespace Ledger.Arithmetic.Fast.Sparse;

/// <summary>One bundle of survivor groups over a block of samples.</summary>
internal unsafe struct GroupTile
{
    /// <summary>Samples of the block.</summary>
    public nint Depth;

    /// <summary>The tile's first input of the block's first sample, and the distance to the next sample.</summary>
    public float* X;
    public nint XRow;

    /// <summary>The tile's first output of the block's first sample, and the distance to the next sample.</summary>
    public float* Dy;
    public nint DyRow;

    /// <summary>Sixteen inputs and sixteen outputs per group.</summary>
    public int* Places;

    /// <summary>Where the sums go, sixteen per group.</summary>
    public float* Sums;

    /// <summary>
    /// The youngest of the earlier blocks' sums, each <see cref="SurvivorGroups.Largest"/> groups, older ones before it, and how many
    /// of them are merged into this block's.
    /// </summary>
    public float* Partial;
    public int Merges;
}
