namespace Ledger.Application.Specifications.Drafts;

/// <summary>A key that may be absent where another one is given; its value is then null.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class UnlessAttribute(string parameter) : Attribute
{
    /// <summary>The parameter that the other key is read into.</summary>
    public string Parameter { get; } = parameter;
}
