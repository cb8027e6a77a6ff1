namespace Ledger.Application.Specifications.Yaml;

/// <summary>A text is not a YAML document of the kind that a form can hold.</summary>
internal sealed class FormException(int line, string message) : Exception(message)
{
    /// <summary>The line, from 1.</summary>
    public int Line { get; } = line;
}
