namespace Ledger.Training.States;

/// <summary>What an optimiser remembers of each parameter.</summary>
/// <param name="Name">Stable name: <c>velocity</c>, <c>first_moment</c>, <c>second_moment</c>.</param>
/// <param name="Values">One a parameter, in global order.</param>
public sealed record OptimiserSlot(string Name, float[] Values);
