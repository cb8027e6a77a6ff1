namespace Ledger.Application.Projections;

/// <summary>A read model that was made anew.</summary>
/// <param name="Name">Which one.</param>
/// <param name="Position">The last event that it has consumed.</param>
/// <param name="Bytes">Of its kept form.</param>
/// <param name="Milliseconds">How long it took.</param>
public sealed record RefreshedModel(string Name, long Position, long Bytes, double Milliseconds);
