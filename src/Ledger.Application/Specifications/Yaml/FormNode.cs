namespace Ledger.Application.Specifications.Yaml;

/// <summary>A piece of a YAML document and the line it starts in.</summary>
internal abstract record FormNode(int Line);
