using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ledger.Training.Schedules;

/// <summary>Schedules as JSON: the member <c>kind</c> says which; the multi-step schedule, which is older, has none.</summary>
public sealed class ScheduleConverter : JsonConverter<Schedule>
{
    private static readonly SortedDictionary<string, Type> Kinds = new(StringComparer.Ordinal)
    {
        [StepSchedule.Named] = typeof(StepSchedule),
        [CosineSchedule.Named] = typeof(CosineSchedule),
        [WarmUpSchedule.Named] = typeof(WarmUpSchedule),
        [ConstantTailSchedule.Named] = typeof(ConstantTailSchedule),
        [CyclicTailSchedule.Named] = typeof(CyclicTailSchedule),
    };

    /// <inheritdoc/>
    public override Schedule Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var element = JsonElement.ParseValue(ref reader);
        return (Schedule)element.Deserialize(Find(element), options)!;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Schedule value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, value.GetType(), options);

    /// <summary>A schedule's kind, if it is the one that its type wants.</summary>
    /// <exception cref="JsonException">It is another.</exception>
    internal static string Expect(string wanted, string found) =>
        found == wanted ? found : throw new JsonException($"the schedule is of kind '{found}', wanted '{wanted}'");

    private static Type Find(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException($"{element.GetRawText()} is not a schedule: wanted an object");
        }

        if (!element.TryGetProperty("kind", out var kind))
        {
            return typeof(MultiStepSchedule);
        }

        return kind.ValueKind == JsonValueKind.String && Kinds.TryGetValue(kind.GetString()!, out var type)
            ? type
            : throw new JsonException($"the schedule kind {kind.GetRawText()} is unknown here; known are {string.Join(", ", Kinds.Keys)}, and none for a multi-step schedule");
    }
}
