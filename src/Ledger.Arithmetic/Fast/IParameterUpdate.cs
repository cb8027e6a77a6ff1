namespace Ledger.Arithmetic.Fast;

/// <summary>What a parameter pass does to parameters before it takes their fingerprint.</summary>
internal interface IParameterUpdate
{
    /// <summary>Parameters that are updated: the first so many of the values.</summary>
    int Count { get; }

    /// <summary>Updates <paramref name="count"/> parameters from <paramref name="start"/>; true if all become finite.</summary>
    bool Run<T>(int start, int count)
        where T : struct, ILanes<T>;
}
