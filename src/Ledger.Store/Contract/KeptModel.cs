namespace Ledger.Store.Contract;

/// <summary>A read model as it is kept.</summary>
/// <param name="Name">Which one.</param>
/// <param name="Form">Of its content and of the fold that made it: another number, another meaning.</param>
/// <param name="Position">The last event that it has consumed.</param>
/// <param name="Content">What the fold had made of the events up to there.</param>
public sealed record KeptModel(string Name, int Form, long Position, ReadOnlyMemory<byte> Content);
