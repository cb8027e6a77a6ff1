using System.Globalization;
using Ledger.Application.Specifications.Drafts;
using Ledger.Events.Specification;

namespace Ledger.Application.Specifications;

/// <summary>Listed layers from draft to record and back: names are given to those without, defaults written out.</summary>
internal static class LayerSections
{
    private const int UsualKernel = 3, UsualStride = 1, UsualSubsampling = 2, UsualWindow = 2;
    private const decimal UsualMomentum = 0.1m, UsualEpsilon = 0.00001m;

    /// <summary>The record of layers without mistakes.</summary>
    public static IReadOnlyList<LayerSpecification> Expand(IReadOnlyList<LayerDraft> layers) => Expand(layers, "");

    /// <summary>The drafts that would be written for a record.</summary>
    public static IReadOnlyList<LayerDraft> Draft(IReadOnlyList<LayerSpecification> layers) => [.. layers.Select(static layer => new LayerDraft(
        layer.Kind,
        layer.Name,
        layer.Outputs,
        layer.Kernel,
        layer.Stride,
        layer.Padding,
        layer.Bias,
        layer.Size,
        layer.Rate,
        layer.Momentum,
        layer.Epsilon,
        layer.Main is { } main ? Draft(main) : null,
        layer.Shortcut is { } shortcut ? Draft(shortcut) : null))];

    /// <summary>Names count from 1 in each path: <c>conv1</c>, <c>bn1</c>, <c>fc1</c>, <c>block1</c>, <c>block1.conv1</c>, <c>block1.shortcut.conv1</c>.</summary>
    private static List<LayerSpecification> Expand(IReadOnlyList<LayerDraft> layers, string prefix)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var expanded = new List<LayerSpecification>();
        for (var i = 0; i < layers.Count; i++)
        {
            var isNormalised = i + 1 < layers.Count && layers[i + 1].Kind == LayerKind.BatchNorm;
            expanded.Add(Expand(layers[i], word => layers[i].Name ?? Next(word), isNormalised));
        }

        return expanded;

        string Next(string word)
        {
            counts[word] = counts.GetValueOrDefault(word) + 1;
            return string.Create(CultureInfo.InvariantCulture, $"{prefix}{word}{counts[word]}");
        }
    }

    private static LayerSpecification Expand(LayerDraft layer, Func<string, string> name, bool isNormalised)
    {
        var kind = layer.Kind!.Value;
        switch (kind)
        {
            case LayerKind.Linear:
                return new LayerSpecification(kind, name("fc"), layer.Outputs, Bias: layer.Bias ?? !isNormalised);
            case LayerKind.Convolution:
                var kernel = layer.Kernel ?? UsualKernel;
                return new LayerSpecification(
                    kind, name("conv"), layer.Outputs, kernel, layer.Stride ?? UsualStride, layer.Padding ?? (kernel - 1) / 2, layer.Bias ?? !isNormalised);
            case LayerKind.BatchNorm:
                return new LayerSpecification(kind, name("bn"), Momentum: layer.Momentum ?? UsualMomentum, Epsilon: layer.Epsilon ?? UsualEpsilon);
            case LayerKind.MaxPool or LayerKind.AveragePool:
                return new LayerSpecification(kind, Size: layer.Size ?? UsualWindow);
            case LayerKind.Dropout:
                return new LayerSpecification(kind, Rate: layer.Rate);
            case LayerKind.Subsample:
                return new LayerSpecification(kind, Outputs: layer.Outputs, Stride: layer.Stride ?? UsualSubsampling);
            case LayerKind.Residual:
                var block = name("block");
                return new LayerSpecification(kind, block, Main: Expand(layer.Main!, $"{block}."), Shortcut: Expand(layer.Shortcut ?? [], $"{block}.shortcut."));
            default:
                return new LayerSpecification(kind);
        }
    }
}
