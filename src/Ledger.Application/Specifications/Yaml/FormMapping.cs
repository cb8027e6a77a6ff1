namespace Ledger.Application.Specifications.Yaml;

/// <summary>Keys with values, in the order they are written; a key given twice is here twice.</summary>
internal sealed record FormMapping(IReadOnlyList<FormEntry> Entries, int Line) : FormNode(Line);
