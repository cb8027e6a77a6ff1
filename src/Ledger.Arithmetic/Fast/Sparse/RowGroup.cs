namespace Ledger.Arithmetic.Fast.Sparse;

/// <summary>Up to sixteen kept weights of one output.</summary>
/// <param name="Output">The output.</param>
/// <param name="First">The first survivor.</param>
/// <param name="Count">How many.</param>
internal readonly record struct RowGroup(int Output, int First, int Count)
{
    /// <summary>Survivors of a full group.</summary>
    public const int Lanes = 16;

    /// <summary>The survivors of each output, in its order.</summary>
    public static RowGroup[] Of(SurvivorLists lists)
    {
        var groups = new List<RowGroup>();
        for (var output = 0; output < lists.Targets; output++)
        {
            for (var (first, end) = (lists.Starts[output], lists.Starts[output + 1]); first < end; first += Lanes)
            {
                groups.Add(new RowGroup(output, first, Math.Min(Lanes, end - first)));
            }
        }

        return [.. groups];
    }
}
