namespace Ledger.Application.Failures;

/// <summary>Something that is needed to answer is not here, data or blobs: exit code 6.</summary>
public sealed class EvidenceMissingException(string message) : Exception(message);
