using Ledger.Training.Networks;

namespace Ledger.Tickets.Pruning;

/// <summary>How one pruning is done.</summary>
/// <param name="Network">Layer by layer.</param>
/// <param name="Criterion">The score's versioned name.</param>
/// <param name="Count">The count rule's versioned name.</param>
/// <param name="Groups">Layers that compete with each other; layers in no group are exempt.</param>
public sealed record PruningRule(NetworkDescription Network, string Criterion, string Count, IReadOnlyList<PruningGroup> Groups);
