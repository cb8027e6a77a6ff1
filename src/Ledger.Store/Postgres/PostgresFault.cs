using System.Security.Authentication;
using System.Security.Cryptography;
using Ledger.Store.Contract;
using Npgsql;

namespace Ledger.Store.Postgres;

/// <summary>What goes wrong with a database as the exceptions of the contract, by SQLSTATE (PostgreSQL manual, appendix A) and by type.</summary>
internal static class PostgresFault
{
    /// <summary>SQLSTATE of a trigger that guards evidence.</summary>
    public const string Guarded = "LG001";

    /// <summary>SQLSTATE of a migration that needs a role and may not make it.</summary>
    public const string RoleMissing = "LG002";

    /// <summary>The exception of the contract, or null if it is none of the store's.</summary>
    public static Exception? Of(Exception exception, string location) => exception switch
    {
        PostgresException server => OfState(server, location),
        NpgsqlException => Unreachable(exception, location),
        _ => null,
    };

    /// <summary>The exception for a connection that cannot be made, certificates that cannot be read included; or null.</summary>
    public static Exception? OfConnecting(Exception exception, string location) =>
        exception is IOException or UnauthorizedAccessException or AuthenticationException or CryptographicException ? Unreachable(exception, location) : Of(exception, location);

    /// <summary>True if nothing was wrong but the moment: another transaction was in the way.</summary>
    public static bool IsRace(PostgresException server) =>
        server.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;

    /// <summary>True if there is no such table or schema.</summary>
    public static bool IsAbsent(PostgresException server) =>
        server.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName;

    private static Exception OfState(PostgresException server, string location) => server.SqlState switch
    {
        PostgresErrorCodes.InvalidCatalogName => new LedgerNotFoundException($"{location}: there is no such database ({server.MessageText}): create it with createdb, then run `ledger store migrate`", server),
        PostgresErrorCodes.DiskFull or PostgresErrorCodes.IoError or PostgresErrorCodes.OutOfMemory => Write(server, location, "free some space there, then run again; what was acknowledged is kept"),
        PostgresErrorCodes.InsufficientPrivilege => Write(server, location, "the role has not the right; have the owner run GRANT ledger_writer TO it"),
        PostgresErrorCodes.ReadOnlySqlTransaction => Write(server, location, "connect to the primary server, or open the ledger for writing"),
        Guarded => Write(server, location, "evidence cannot be changed"),
        RoleMissing => Write(server, location, "have an administrator run CREATE ROLE ledger_writer NOLOGIN, then migrate again"),
        ['0', '8', ..] or ['2', '8', ..] or ['5', '3', ..] or ['5', '5', ..] or ['5', '7', ..] or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected =>
            new StoreUnreachableException($"{location} cannot be used now ({server.MessageText}, SQLSTATE {server.SqlState}): check the server and the role, then run again; what was acknowledged is kept", server),
        // Our own statements meet no missing column and break no constraint: somebody else has changed the tables.
        ['X', 'X', ..] or ['2', '2', ..] or ['2', '3', ..] or ['4', '2', ..] or ['3', 'F', ..] =>
            new CorruptLedgerException($"{location} is damaged ({server.MessageText}, SQLSTATE {server.SqlState}); `ledger verify` lists what is", server),
        _ => new InvalidOperationException($"{location}: {server.MessageText} (SQLSTATE {server.SqlState})", server),
    };

    private static StoreUnreachableException Unreachable(Exception exception, string location) =>
        new($"{location} does not answer ({exception.Message}): start the server or check the address, then run again; what was acknowledged is kept, and what was being appended is recognised if it is stored", exception);

    private static StoreWriteException Write(PostgresException server, string location, string advice) =>
        new($"{location} cannot be written ({server.MessageText}, SQLSTATE {server.SqlState}): {advice}", server);
}
