using Ledger.Arithmetic.Fast;

namespace Ledger.Arithmetic.Tests.Fast;

/// <summary>Threads and lanes that every fast kernel must agree on.</summary>
internal static class Teams
{
    /// <summary>Every lane kind of this processor on one thread, some on two and three.</summary>
    public static TheoryData<int, string> All()
    {
        var data = new TheoryData<int, string>();
        foreach (var kind in LaneKinds.Supported())
        {
            data.Add(1, kind.ToString());
        }

        data.Add(2, LaneKinds.Fastest().ToString());
        data.Add(3, LaneKinds.Fastest().ToString());
        data.Add(2, nameof(LaneKind.Scalar));
        return data;
    }

    public static LaneKind Kind(string name) => Enum.Parse<LaneKind>(name);
}
