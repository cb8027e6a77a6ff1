using System.Text.Json;
using System.Text.Json.Serialization;
using Ledger.Training.Networks.Layers;

namespace Ledger.Training.Networks;

/// <summary>
/// A network in canonical JSON: its input and its layers by kind. A perceptron (linear layers with ReLU between them) is written as the
/// list of its linear layers alone, as it was before there were other networks, so that old keys stay valid.
/// </summary>
internal sealed class NetworkJson : JsonConverter<NetworkDescription>
{
    public override NetworkDescription Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        try
        {
            if (document.RootElement.TryGetProperty("input", out _))
            {
                var general = document.RootElement.Deserialize<GeneralForm>(options)!;
                return new NetworkDescription(general.Input, general.Layers);
            }

            var layers = document.RootElement.Deserialize<PerceptronForm>(options)!.Layers;
            return MultilayerPerceptron.Of([.. layers.Select(static layer => new LinearLayer(layer.Name, layer.Inputs, layer.Outputs))]);
        }
        catch (NetworkException exception)
        {
            throw new JsonException(exception.Message, exception);
        }
    }

    public override void Write(Utf8JsonWriter writer, NetworkDescription value, JsonSerializerOptions options)
    {
        if (MultilayerPerceptron.LayersOf(value) is { } linear)
        {
            JsonSerializer.Serialize(writer, new PerceptronForm([.. linear.Select(static layer => new PerceptronLayer(layer.Name, layer.Inputs, layer.Outputs))]), options);
        }
        else
        {
            JsonSerializer.Serialize(writer, new GeneralForm(value.Input, value.Layers), options);
        }
    }

    private sealed record GeneralForm(Features Input, IReadOnlyList<Layer> Layers);

    private sealed record PerceptronForm(IReadOnlyList<PerceptronLayer> Layers);

    private sealed record PerceptronLayer(string Name, int Inputs, int Outputs);
}
