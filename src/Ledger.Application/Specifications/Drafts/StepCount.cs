using System.Globalization;

namespace Ledger.Application.Specifications.Drafts;

/// <summary>A number of steps as written: <c>6000</c>, <c>6000it</c>, or <c>12ep</c> in epochs.</summary>
/// <param name="Count">Steps or epochs.</param>
/// <param name="IsEpochs">True if epochs are counted.</param>
internal readonly record struct StepCount(int Count, bool IsEpochs)
{
    /// <summary>Reads the written form, or gives null.</summary>
    public static StepCount? Parse(string text)
    {
        var isEpochs = text.EndsWith("ep", StringComparison.Ordinal);
        var digits = isEpochs || text.EndsWith("it", StringComparison.Ordinal) ? text[..^2] : text;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? new StepCount(count, isEpochs) : null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Count}{(IsEpochs ? "ep" : "it")}";
}
