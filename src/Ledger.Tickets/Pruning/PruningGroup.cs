namespace Ledger.Tickets.Pruning;

/// <summary>Weight tensors whose scores compete.</summary>
/// <param name="Layers">Names of weight tensors, in network order.</param>
/// <param name="Fraction">Share of the group's kept weights to prune.</param>
public sealed record PruningGroup(IReadOnlyList<string> Layers, decimal Fraction);
