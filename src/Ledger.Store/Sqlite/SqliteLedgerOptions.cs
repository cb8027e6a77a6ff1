namespace Ledger.Store.Sqlite;

/// <summary>How patient a ledger file is.</summary>
/// <param name="LockTimeout">How long to wait for a lock that another process holds.</param>
/// <param name="PollInterval">How often a subscription looks for new events when it has seen them all.</param>
/// <param name="Clock">What the subscription's pauses are measured by.</param>
public sealed record SqliteLedgerOptions(TimeSpan LockTimeout, TimeSpan PollInterval, TimeProvider Clock)
{
    /// <summary>Ten seconds for a lock, twenty looks a second.</summary>
    public static SqliteLedgerOptions Default { get; } = new(TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(50), TimeProvider.System);
}
