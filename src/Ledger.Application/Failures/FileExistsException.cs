namespace Ledger.Application.Failures;

/// <summary>A file that must not be overwritten is there already: exit code 5.</summary>
public sealed class FileExistsException(string message) : Exception(message);
