using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Store.Integrity;

/// <summary>One property that events in the order of commits must have, whatever store holds them.</summary>
internal interface IEventCheck
{
    /// <summary>What the next event shows, or null if all is well.</summary>
    IntegrityFinding? Next(StoredEvent stored);
}
