namespace Ledger.Application.Tests.Integrity;

/// <summary>Every byte in a PostgreSQL schema.</summary>
public sealed class PostgresEveryByteTests : EveryByteTests
{
    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string> Meaningless { get; } = new Dictionary<string, string>
    {
        ["ledger_cached_states.trajectory"] = "a hint where a state may be; without it the state is computed again",
        ["ledger_cached_states.step"] = "a hint; a state that is taken for that of another step fails at the next fingerprint",
        ["ledger_cached_states.state"] = "a hint; the state it leads to is checked by its digest",
        ["ledger_leases.work"] = "who works on what: no digest depends on it, and a lost lease costs work done twice",
        ["ledger_leases.label"] = "what people call the work",
        ["ledger_leases.holder"] = "who works on it now",
        ["ledger_leases.expires"] = "until when",
        ["ledger_read_models.name"] = "a cache; under another name it is never read",
        ["ledger_read_models.form"] = "a cache; of another form it is never read",
        ["ledger_migrations.applied"] = "when a migration was applied",
        ["mt_events.timestamp"] = "Marten's; our clock readings are metadata",
        ["mt_streams.timestamp"] = "Marten's",
        ["mt_streams.created"] = "Marten's",
    };

    /// <inheritdoc/>
    protected override string Packed => "ledger_masks.content";

    /// <inheritdoc/>
    protected override int Distance => 199;

    /// <inheritdoc/>
    protected override IColumnEditor Create() => new PostgresColumnEditor();
}
