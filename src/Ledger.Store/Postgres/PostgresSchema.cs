using Ledger.Store.Contract;
using Ledger.Store.Migrations;
using Npgsql;

namespace Ledger.Store.Postgres;

/// <summary>The tables of a ledger in a database: what was applied of <c>migrations/postgres</c> stands in <c>ledger_migrations</c>.</summary>
internal sealed class PostgresSchema(PostgresDatabase database)
{
    private const string Encoding = "UTF8";

    private readonly IReadOnlyList<Migration> _migrations = MigrationCatalogue.Of("postgres");

    /// <summary>Refuses a database without a ledger, or with one that another version made.</summary>
    public async Task<bool> Check(NpgsqlConnection connection, CancellationToken cancellation = default)
    {
        var applied = await Applied(connection, cancellation).ConfigureAwait(false);
        if (applied == 0)
        {
            throw new LedgerNotFoundException($"there is no ledger in schema {database.Schema} of {database.Location}: run `ledger store migrate --store '{database.Location}'`, or name another");
        }

        return applied == _migrations.Count
            ? true
            : throw new OlderLedgerException($"{database.Location} has schema {applied}, this version of ledger works with {_migrations.Count}: run `ledger store migrate --store '{database.Location}'`; nothing that is recorded changes");
    }

    /// <summary>Makes or brings up to date the tables, one process at a time; returns the migrations that were applied.</summary>
    public async Task<IReadOnlyList<Migration>> Migrate(NpgsqlConnection connection, CancellationToken cancellation = default)
    {
        await connection.Command("SELECT pg_advisory_xact_lock($1)", AdvisoryLock.Migration(database.Schema)).Execute(cancellation).ConfigureAwait(false);
        if (await connection.Command("SHOW server_encoding").Value<string>(cancellation).ConfigureAwait(false) is var encoding && encoding != Encoding)
        {
            throw new StoreWriteException($"{database.Location} is encoded in {encoding}, which cannot hold every text: create a database WITH ENCODING '{Encoding}'");
        }

        var applied = await Applied(connection, cancellation).ConfigureAwait(false);
        if (applied == 0)
        {
            await CreateNotes(connection, cancellation).ConfigureAwait(false);
        }

        foreach (var migration in _migrations.Skip(applied))
        {
            await Apply(connection, migration, cancellation).ConfigureAwait(false);
        }

        return [.. _migrations.Skip(applied)];
    }

    private static async Task Apply(NpgsqlConnection connection, Migration migration, CancellationToken cancellation)
    {
        // Rows of a large ledger are made anew as long as it takes.
        var command = connection.Command(migration.Sql);
        command.CommandTimeout = 0;
        await command.Execute(cancellation).ConfigureAwait(false);
        await connection.Command("INSERT INTO ledger_migrations(number, name, checksum) VALUES($1, $2, $3)", migration.Number, migration.Name, migration.Checksum.ToBytes()).Execute(cancellation).ConfigureAwait(false);
    }

    /// <summary>How many migrations were applied, all of them known; 0 if there is no ledger.</summary>
    private async Task<int> Applied(NpgsqlConnection connection, CancellationToken cancellation)
    {
        if (await connection.Command("SELECT to_regclass('ledger_migrations') IS NULL").Value<bool>(cancellation).ConfigureAwait(false))
        {
            return 0;
        }

        var rows = await connection.Command("SELECT number, name, checksum FROM ledger_migrations ORDER BY number")
            .Rows(static row => (Number: row.GetInt32(0), Name: row.GetString(1), Checksum: row.GetFieldValue<byte[]>(2)), cancellation).ConfigureAwait(false);
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Number > _migrations.Count && rows[i].Number == i + 1)
            {
                throw new NewerLedgerException($"{database.Location} has schema {rows[^1].Number}, this version of ledger reads up to {_migrations.Count}: use the version that wrote it, or a later one");
            }

            if (rows[i].Number != i + 1 || rows[i].Name != _migrations[i].Name || !rows[i].Checksum.AsSpan().SequenceEqual(_migrations[i].Checksum.ToBytes()))
            {
                throw new CorruptLedgerException($"{database.Location} says that migration {rows[i].Number} was '{rows[i].Name}' with another checksum than this program's: it was made by something else, or altered");
            }
        }

        return rows.Count;
    }

    private async Task CreateNotes(NpgsqlConnection connection, CancellationToken cancellation)
    {
        if (!await connection.Command("SELECT EXISTS(SELECT FROM pg_namespace WHERE nspname = $1)", database.Schema).Value<bool>(cancellation).ConfigureAwait(false))
        {
            await connection.Command($"CREATE SCHEMA {database.Schema}").Execute(cancellation).ConfigureAwait(false);
        }

        await connection.Command("CREATE TABLE ledger_migrations(number int NOT NULL PRIMARY KEY, name text NOT NULL, checksum bytea NOT NULL, applied timestamptz NOT NULL DEFAULT now())").Execute(cancellation).ConfigureAwait(false);
    }
}
