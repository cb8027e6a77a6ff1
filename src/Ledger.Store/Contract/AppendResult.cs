using Ledger.Events.Hashing;

namespace Ledger.Store.Contract;

/// <summary>What became of an append.</summary>
public abstract record AppendResult
{
    private AppendResult()
    {
    }

    /// <summary>All events are in the stream now.</summary>
    /// <param name="Version">The stream's version after the last of them.</param>
    /// <param name="AlreadyThere">How many of them were there before, equal.</param>
    public sealed record Appended(long Version, int AlreadyThere) : AppendResult;

    /// <summary>Nothing was appended: another event stands where one of ours belongs, or the stream ends before.</summary>
    /// <param name="Version">The first version that differs.</param>
    /// <param name="Theirs">The hash there, or null if the stream ends before it.</param>
    /// <param name="Ours">The hash ours would have; meaningless where the stream ends before.</param>
    public sealed record Conflict(long Version, Digest? Theirs, Digest Ours) : AppendResult;
}
