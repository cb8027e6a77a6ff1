using System.Globalization;

namespace Ledger.Application.Queries;

/// <summary>Steps from one to another, both included.</summary>
/// <param name="First">The first step.</param>
/// <param name="Last">The last step.</param>
public readonly record struct StepRange(int First, int Last)
{
    /// <summary>Every step.</summary>
    public static StepRange All { get; } = new(1, int.MaxValue);

    /// <summary>The steps of a text, <c>100..200</c>, <c>100..</c>, <c>..200</c>, <c>100</c> or <c>..</c>; null if it is none.</summary>
    public static StepRange? Parse(string text)
    {
        var ends = text.Split("..");
        var first = Number(ends[0], 1);
        var last = Number(ends[^1], int.MaxValue);
        return text.Length == 0 || ends.Length > 2 || first is null || last is null || first > last ? null : new StepRange(first.Value, last.Value);
    }

    private static int? Number(string text, int open) =>
        text.Length == 0 ? open : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
