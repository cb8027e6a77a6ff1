using Ledger.Store.Contract;

namespace Ledger.Store.Integrity;

/// <summary>A finding about one event, with its place among the others.</summary>
/// <param name="Position">Position of the event.</param>
/// <param name="Aspect">What of the event it is about.</param>
/// <param name="Finding">What is wrong.</param>
internal readonly record struct PlacedFinding(long Position, Aspect Aspect, IntegrityFinding Finding) : IComparable<PlacedFinding>
{
    /// <inheritdoc/>
    public int CompareTo(PlacedFinding other) => (Position, Aspect).CompareTo((other.Position, other.Aspect));
}
