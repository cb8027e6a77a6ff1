using Ledger.Store.Contract;
using Npgsql;

namespace Ledger.Store.Postgres;

/// <summary>A database's connections, and its faults as the contract's.</summary>
internal sealed class PostgresDatabase : IDisposable
{
    private const int PreparedStatements = 64;

    // Pages are found by index whatever the planner thinks: with fresh statistics it would rather read all places for every page.
    private const string PlanByIndex = "-c enable_hashjoin=off -c enable_mergejoin=off -c enable_seqscan=off -c enable_bitmapscan=off -c jit=off";

    private readonly NpgsqlDataSource _source;

    /// <summary>Connects nothing yet.</summary>
    public PostgresDatabase(StoreAddress address, OpenMode mode, PostgresLedgerOptions options)
    {
        var postgres = address.Postgres ?? throw new ArgumentException($"{address} is no database", nameof(address));
        (Location, Schema, Options, IsReadOnly) = (address.ToString(), postgres.Schema, options, mode == OpenMode.ReadOnly);
        var settings = postgres.Settings();
        settings.SearchPath = Schema;
        settings.MaxAutoPrepare = Math.Max(settings.MaxAutoPrepare, PreparedStatements);
        settings.AutoPrepareMinUsages = 2;
        settings.Options = $"{PlanByIndex}{(IsReadOnly ? " -c default_transaction_read_only=on" : string.Empty)} {settings.Options}".TrimEnd();
        _source = NpgsqlDataSource.Create(settings);
    }

    /// <summary>The address, for messages.</summary>
    public string Location { get; }

    /// <summary>Where the tables are.</summary>
    public string Schema { get; }

    /// <summary>How patient it is.</summary>
    public PostgresLedgerOptions Options { get; }

    /// <summary>True if nothing may be written.</summary>
    public bool IsReadOnly { get; }

    /// <summary>The channel on which appends are told.</summary>
    public string Channel => $"ledger_{Schema}";

    /// <summary>A connection of its own, which the caller closes.</summary>
    public async Task<NpgsqlConnection> Connect(CancellationToken cancellation)
    {
        try
        {
            return await _source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (PostgresFault.OfConnecting(exception, Location) is { } fault)
        {
            throw fault;
        }
    }

    /// <summary>What <paramref name="work"/> answers; what goes wrong is told as the contract does.</summary>
    public async Task<T> Guard<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception exception) when (PostgresFault.Of(exception, Location) is { } fault)
        {
            cancellation.ThrowIfCancellationRequested();
            throw fault;
        }
    }

    /// <summary>What <paramref name="work"/> answers on a connection that nobody else uses meanwhile.</summary>
    public Task<T> Use<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellation) => Guard(
        async () =>
        {
            var connection = await Connect(cancellation).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                return await work(connection).ConfigureAwait(false);
            }
        },
        cancellation);

    /// <summary>Refuses to write to a ledger that was opened to be read.</summary>
    public void RequireWritable()
    {
        if (IsReadOnly)
        {
            throw new StoreWriteException($"{Location} was opened to be read only");
        }
    }

    /// <summary>Does <paramref name="work"/> in one transaction, durable when this returns.</summary>
    /// <exception cref="StoreWriteException">The ledger was opened to be read, or cannot be written.</exception>
    /// <exception cref="StoreUnreachableException">The connection broke; if that was while committing, the work may be done.</exception>
    public Task<T> Write<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellation)
    {
        RequireWritable();
        return Use(
            async connection =>
            {
                var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
                await using (transaction.ConfigureAwait(false))
                {
                    var result = await work(connection).ConfigureAwait(false);
                    cancellation.ThrowIfCancellationRequested();
                    await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
                    return result;
                }
            },
            cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();
}
