namespace Ledger.Application.Specifications.Drafts;

/// <summary>The value of an absent key, as it would be written.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class DefaultAttribute(string yaml) : Attribute
{
    /// <summary>The value as YAML.</summary>
    public string Yaml { get; } = yaml;
}
