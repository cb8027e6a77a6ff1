namespace Ledger.Arithmetic.Fast.Ranges;

/// <summary>Work on elements that do not depend on each other, so that threads may divide them.</summary>
internal interface IRangeWork
{
    /// <summary>Elements from which sharing pays: about ten microseconds of plain memory traffic; below, one thread is done before others wake.</summary>
    static virtual int SharedFrom => 1 << 18;

    /// <summary>
    /// Works on <paramref name="count"/> elements from <paramref name="start"/>, a multiple of <see cref="RangePass{TWork}.Grain"/>; true if all
    /// results that the flag watches are finite.
    /// </summary>
    bool Run<T>(int start, int count)
        where T : struct, ILanes<T>;
}
