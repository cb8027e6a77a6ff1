namespace Ledger.Training.Networks;

/// <summary>Layers that do not fit together.</summary>
/// <param name="message">The layer, what reaches it, what it wants.</param>
public sealed class NetworkException(string message) : Exception(message);
