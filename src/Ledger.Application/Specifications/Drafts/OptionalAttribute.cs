namespace Ledger.Application.Specifications.Drafts;

/// <summary>A key that may be absent; its value is then null.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class OptionalAttribute : Attribute;
