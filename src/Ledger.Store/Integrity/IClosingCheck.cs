using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Store.Integrity;

/// <summary>A check of events against the whole tree, done when all events are read; it holds no state.</summary>
internal interface IClosingCheck
{
    /// <summary>The alias of the events it is about.</summary>
    string Alias { get; }

    /// <summary>What is wrong with them.</summary>
    /// <param name="events">All events of this alias, in order of position.</param>
    /// <param name="tree">The tree as the events make it, whatever is stored.</param>
    /// <param name="cancellation">Stops checking.</param>
    IAsyncEnumerable<IntegrityFinding> Check(IReadOnlyList<StoredEvent> events, ComputedTree tree, CancellationToken cancellation);
}
