using Ledger.Application.Specifications.Drafts;
using Ledger.Events.Specification;

namespace Ledger.Application.Specifications.Reading;

/// <summary>Layers in a word and a number: <c>relu</c>, <c>convolution 64</c>, <c>max_pool 2</c>, <c>dropout 0.5</c>, <c>linear 256</c>.</summary>
internal static class LayerText
{
    /// <summary>What can be written.</summary>
    public const string Wanted = "relu, flatten, batch_norm, global_average_pool, max_pool 2, average_pool 2, dropout 0.5, linear 256 or convolution 64";

    /// <summary>The layer of a text, or null.</summary>
    public static LayerDraft? Parse(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > 2 || ValueForms.Of(typeof(LayerKind)).Parse(words[0]) is not LayerKind kind)
        {
            return null;
        }

        var layer = new LayerDraft(kind);
        if (words.Length == 1)
        {
            return kind is LayerKind.Relu or LayerKind.Flatten or LayerKind.BatchNorm or LayerKind.GlobalAveragePool or LayerKind.MaxPool or LayerKind.AveragePool ? layer : null;
        }

        return (kind, ValueForms.Of(typeof(int)).Parse(words[1]), DecimalText.Parse(words[1])) switch
        {
            (LayerKind.Linear or LayerKind.Convolution, int outputs, _) => layer with { Outputs = outputs },
            (LayerKind.MaxPool or LayerKind.AveragePool, int size, _) => layer with { Size = size },
            (LayerKind.Dropout, _, { } rate) => layer with { Rate = rate },
            _ => null,
        };
    }
}
