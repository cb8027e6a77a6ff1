namespace Ledger.Arithmetic.Fast;

/// <summary>Leaves the parameters as they are: the fingerprint alone.</summary>
internal readonly struct NoUpdate : IParameterUpdate
{
    public int Count => 0;

    public bool Run<T>(int start, int count)
        where T : struct, ILanes<T> => true;
}
