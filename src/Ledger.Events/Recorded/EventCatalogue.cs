using System.Collections.Frozen;
using System.Text.Json;
using Ledger.Events.Canonical;
using Ledger.Events.Streams;

namespace Ledger.Events.Recorded;

/// <summary>Every event this version knows, by its stable alias: the record's name in snake case.</summary>
public static class EventCatalogue
{
    private static readonly FrozenDictionary<string, Type> Types = new[]
    {
        typeof(ExperimentDeclared), typeof(RunStarted), typeof(DerivationUsed), typeof(RewindPointMarked), typeof(TicketDrawn),
        typeof(RunCompleted), typeof(RunDiverged),
        typeof(WeightsInitialized), typeof(TrainingStarted), typeof(StepTrained), typeof(TrainingDiverged), typeof(StateCaptured),
        typeof(MaskDrawn), typeof(WeightsRewound), typeof(TicketEvaluated),
        typeof(AttemptStarted), typeof(DerivationComputed), typeof(AttemptInterrupted), typeof(AttemptFailed), typeof(AttemptCompleted),
        typeof(DerivationDisputed), typeof(DerivationRefuted), typeof(ReplayVerified), typeof(ReplaySampled), typeof(HistoryImported), typeof(HistoryConfirmed),
        typeof(LedgerSealed), typeof(ClaimRegistered), typeof(ClaimAudited), typeof(SeedDrawn),
    }.ToFrozenDictionary(static type => JsonNamingPolicy.SnakeCaseLower.ConvertName(type.Name));

    private static readonly FrozenDictionary<Type, string> Aliases = Types.ToFrozenDictionary(static pair => pair.Value, static pair => pair.Key);

    /// <summary>All aliases with their records.</summary>
    public static IReadOnlyDictionary<string, Type> All => Types;

    /// <summary>The alias of a record.</summary>
    public static string AliasOf(Type type) => Aliases[type];

    /// <summary>An event ready to be appended.</summary>
    public static NewEvent ToNew(ILedgerEvent recorded, ReadOnlyMemory<byte>? metadata = null) =>
        new(AliasOf(recorded.GetType()), CanonicalJson.Serialize(recorded), metadata);

    /// <summary>The record that a stored event holds.</summary>
    /// <exception cref="UnknownEventException">The alias belongs to no record: a newer version wrote it, or somebody else.</exception>
    /// <exception cref="MalformedEventException">The body does not hold such a record.</exception>
    public static ILedgerEvent Read(StoredEvent stored)
    {
        if (!Types.TryGetValue(stored.Alias, out var type))
        {
            throw new UnknownEventException(stored);
        }

        try
        {
            return (ILedgerEvent)CanonicalJson.Deserialize(stored.Body.Span, type);
        }
        catch (JsonException exception)
        {
            throw new MalformedEventException(stored, exception);
        }
    }
}
