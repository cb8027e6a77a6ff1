using Ledger.Events.Streams;

namespace Ledger.Store.Contract;

/// <summary>A piece of work that somebody does or that waits for somebody. Leases save work; no digest depends on them.</summary>
/// <param name="Work">The stream that the work will record: of a run or a training.</param>
/// <param name="Label">What people call it, for example <c>quick.3</c>.</param>
/// <param name="Holder">Who has it, null if nobody: host, process and a number.</param>
/// <param name="Expires">UTC, by the store's clock, until when the holder has it without renewing; null if nobody.</param>
/// <param name="IsExpired">True if the holder let it expire, by the store's clock when this was read.</param>
public sealed record Lease(StreamName Work, string Label, string? Holder, DateTimeOffset? Expires, bool IsExpired);
