namespace Ledger.Application.Tests.Integrity;

/// <summary>Every byte in a SQLite file.</summary>
public sealed class SqliteEveryByteTests : EveryByteTests
{
    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string> Meaningless { get; } = new Dictionary<string, string>
    {
        ["cached_states.trajectory"] = "a hint where a state may be; without it the state is computed again",
        ["cached_states.step"] = "a hint; a state that is taken for that of another step fails at the next fingerprint",
        ["cached_states.state"] = "a hint; the state it leads to is checked by its digest",
        ["leases.work"] = "who works on what: no digest depends on it, and a lost lease costs work done twice",
        ["leases.label"] = "what people call the work",
        ["leases.holder"] = "who works on it now",
        ["leases.expires"] = "until when",
        ["read_models.name"] = "a cache; under another name it is never read",
        ["read_models.form"] = "a cache; of another form it is never read",
    };

    /// <inheritdoc/>
    protected override int Distance => 97;

    /// <inheritdoc/>
    protected override IColumnEditor Create() => new SqliteColumnEditor();
}
