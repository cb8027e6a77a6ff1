using Ledger.Store.Contract;
using Npgsql;

namespace Ledger.Store.Postgres;

/// <summary>Read models in a ledger's schema.</summary>
internal sealed class PostgresReadModels(PostgresDatabase database) : IReadModelStore
{
    private const string SaveSql = """
        INSERT INTO ledger_read_models AS m(name, form, position, content) VALUES($1, $2, $3, $4)
        ON CONFLICT (name) DO UPDATE SET form = excluded.form, position = excluded.position, content = excluded.content
        WHERE m.form <> excluded.form OR m.position < excluded.position
        """;

    /// <inheritdoc/>
    public bool IsWritable => !database.IsReadOnly;

    /// <inheritdoc/>
    public Task<KeptModel?> Load(string name, CancellationToken cancellation = default) => database.Use(
        async connection => await Row(connection, name, cancellation).ConfigureAwait(false) is [var kept] ? kept : null,
        cancellation);

    /// <inheritdoc/>
    public Task Save(KeptModel model, CancellationToken cancellation = default) => database.Write(
        connection => connection.Command(SaveSql, model.Name, model.Form, model.Position, model.Content.ToArray()).Execute(cancellation), cancellation);

    /// <inheritdoc/>
    public Task Drop(CancellationToken cancellation = default) => database.Write(
        connection => connection.Command("DELETE FROM ledger_read_models").Execute(cancellation), cancellation);

    private static Task<List<KeptModel>> Row(NpgsqlConnection connection, string name, CancellationToken cancellation) =>
        connection.Command("SELECT form, position, content FROM ledger_read_models WHERE name = $1", name)
            .Rows(row => new KeptModel(name, row.GetInt32(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2)), cancellation);
}
