namespace Ledger.Application.Specifications.Yaml;

/// <summary>A single value.</summary>
internal sealed record FormScalar(string Text, bool IsPlain, int Line) : FormNode(Line)
{
    /// <summary>True for nothing, <c>~</c> and <c>null</c>.</summary>
    public bool IsNull => IsPlain && IsNullText(Text);

    /// <summary>True for texts that mean nothing when they stand without quotes.</summary>
    public static bool IsNullText(string text) => text is "" or "~" or "null" or "Null" or "NULL";
}
