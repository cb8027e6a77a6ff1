using Ledger.Events.Hashing;

namespace Ledger.Events.Recorded;

/// <summary>A run has done all its specification asks for.</summary>
/// <param name="Result">The result digest (<c>ledger-result/1</c>): what a paper prints, equal everywhere.</param>
public sealed record RunCompleted(Digest Result) : ILedgerEvent;
