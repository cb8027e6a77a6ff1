using Ledger.Store.Migrations;

namespace Ledger.Store.Tests.Fixtures;

/// <summary>A schema as migrations 1 to 4 made it, with a row of <c>ledger_leaves</c> for each event, and the rows of another ledger.</summary>
public static class FourthSchema
{
    private static readonly string[] Copied = ["mt_streams", "mt_events", "ledger_tree", "ledger_metadata", "ledger_masks"];

    /// <summary>Makes it with what <paramref name="source"/> holds.</summary>
    public static TestSchema Of(TestSchema source)
    {
        var schema = new TestSchema(isMigrated: false);
        schema.Run($"CREATE SCHEMA {schema.Name}; CREATE TABLE {schema.Name}.ledger_migrations(number int NOT NULL PRIMARY KEY, name text NOT NULL, checksum bytea NOT NULL, applied timestamptz NOT NULL DEFAULT now())");
        foreach (var migration in MigrationCatalogue.Of("postgres").Take(4))
        {
            schema.Run(migration.Sql);
            schema.Run($"INSERT INTO ledger_migrations(number, name, checksum) VALUES({migration.Number}, '{migration.Name}', '\\x{migration.Checksum}')");
        }

        foreach (var table in Copied)
        {
            schema.Run($"INSERT INTO {table} SELECT * FROM {source.Name}.{table}");
        }

        schema.Run($"""
            INSERT INTO ledger_leaves SELECT position, seq_id, encode(hash_end, 'hex')::uuid FROM {source.Name}.ledger_places;
            SELECT setval('mt_events_sequence', (SELECT last_value FROM {source.Name}.mt_events_sequence))
            """);
        return schema;
    }
}
