namespace Ledger.Arithmetic.Fast;

/// <summary>Which vectors the kernels run on; the bits are the same on all of them.</summary>
internal enum LaneKind
{
    /// <summary>No vectors.</summary>
    Scalar,

    /// <summary>Four lanes, fused in software.</summary>
    Software128,

    /// <summary>Four lanes.</summary>
    Vector128,

    /// <summary>Eight lanes.</summary>
    Vector256,

    /// <summary>Sixteen lanes.</summary>
    Vector512,
}
