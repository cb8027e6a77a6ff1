namespace Ledger.Application.Rebuilds.Compact;

/// <summary>A file is no compact ticket, or is cut or damaged.</summary>
public sealed class MalformedCompactException(string message, Exception? inner = null) : Exception(message, inner);
