namespace Ledger.Application.Specifications.Yaml;

/// <summary>A list.</summary>
internal sealed record FormSequence(IReadOnlyList<FormNode> Items, int Line) : FormNode(Line);
