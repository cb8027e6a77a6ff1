namespace Ledger.Events.Proofs;

/// <summary>A file is no proof, or was changed so that it is none any more.</summary>
public sealed class MalformedProofException(string message, Exception? inner = null) : Exception(message, inner);
