namespace Ledger.Application.Specifications.Yaml;

/// <summary>A key and its value; the line is the key's.</summary>
internal sealed record FormEntry(string Key, FormNode Value, int Line);
