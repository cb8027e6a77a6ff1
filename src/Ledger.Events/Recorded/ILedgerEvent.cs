namespace Ledger.Events.Recorded;

/// <summary>Something that happened and is never edited: a sealed record in the past tense, known by its alias.</summary>
public interface ILedgerEvent;
