using System.Globalization;

namespace Ledger.Application.Sharing;

/// <summary>What people call a run, for example <c>quick.3</c>.</summary>
/// <param name="Name">The experiment's name.</param>
/// <param name="Replicate">Which replicate.</param>
public sealed record RunLabel(string Name, int Replicate)
{
    /// <summary>The label of a text, or null if it is none.</summary>
    public static RunLabel? Parse(string text) =>
        text.LastIndexOf('.') is > 0 and var dot && int.TryParse(text.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var replicate)
            ? new RunLabel(text[..dot], replicate)
            : null;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}.{Replicate}");
}
