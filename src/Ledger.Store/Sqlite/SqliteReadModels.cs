using Ledger.Store.Contract;

namespace Ledger.Store.Sqlite;

/// <summary>Read models in a ledger file.</summary>
internal sealed class SqliteReadModels(SqliteFile file, SqliteReaders readers, SqliteWriter writer) : IReadModelStore
{
    /// <inheritdoc/>
    public bool IsWritable => !file.IsReadOnly;

    /// <inheritdoc/>
    public Task<KeptModel?> Load(string name, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(readers.Read(session => Load(session, name)));
    }

    /// <inheritdoc/>
    public Task Save(KeptModel model, CancellationToken cancellation = default) => writer.Write(
        session => Done(session
            .Prepare("""
                INSERT INTO read_models(name, form, position, content) VALUES(?1, ?2, ?3, ?4)
                ON CONFLICT(name) DO UPDATE SET form = excluded.form, position = excluded.position, content = excluded.content
                WHERE form <> excluded.form OR position < excluded.position
                """)
            .Bind(1, model.Name).Bind(2, model.Form).Bind(3, model.Position).BindBlob(4, model.Content.Span)),
        cancellation);

    /// <inheritdoc/>
    public Task Drop(CancellationToken cancellation = default) => writer.Write(static session => Done(session.Prepare("DELETE FROM read_models")), cancellation);

    private static KeptModel? Load(SqliteSession session, string name)
    {
        var row = session.Prepare("SELECT form, position, content FROM read_models WHERE name = ?1").Bind(1, name);
        try
        {
            return row.Step() ? new KeptModel(name, (int)row.Number(0), row.Number(1), row.Bytes(2).ToArray()) : null;
        }
        finally
        {
            row.Reset();
        }
    }

    private static bool Done(SqliteStatement statement)
    {
        statement.Execute();
        return true;
    }
}
