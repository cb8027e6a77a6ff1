namespace Ledger.Store.Postgres;

/// <summary>How patient a ledger in a database is.</summary>
/// <param name="PollInterval">How long a subscription waits for a notification before it looks by itself.</param>
/// <param name="ReconnectFor">How long a subscription tries to find a lost server again.</param>
/// <param name="Clock">Dates events, and measures the subscription's pauses; leases go by the server's clock.</param>
public sealed record PostgresLedgerOptions(TimeSpan PollInterval, TimeSpan ReconnectFor, TimeProvider Clock)
{
    /// <summary>A look every two seconds, a minute without a server.</summary>
    public static PostgresLedgerOptions Default { get; } = new(TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(1), TimeProvider.System);
}
