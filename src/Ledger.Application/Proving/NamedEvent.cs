using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Application.Proving;

/// <summary>An event and the ledger that has it.</summary>
/// <param name="Store">The ledger; not to be disposed of.</param>
/// <param name="Stored">The event.</param>
public sealed record NamedEvent(ILedgerStore Store, StoredEvent Stored);
