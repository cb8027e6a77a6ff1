using Ledger.Application.Data;
using Ledger.Application.Failures;
using Ledger.Events.Specification;
using Ledger.Training.Data;
using Ledger.Training.Networks;
using Ledger.Training.Recipes;

namespace Ledger.Application.Networks;

/// <summary>The network of a declared experiment: named or listed, on the samples of its data.</summary>
public static class SpecifiedNetwork
{
    /// <summary>The network.</summary>
    /// <exception cref="NotFoundException">Its name or its data set is unknown here.</exception>
    public static NetworkDescription Of(ExperimentSpecification specification) =>
        Find(specification) ?? throw new NotFoundException($"network '{specification.Network}' is unknown here; known are {string.Join(", ", NetworkCatalogue.Names)}");

    /// <summary>The network, or null if its name is unknown here.</summary>
    public static NetworkDescription? Find(ExperimentSpecification specification)
    {
        if (specification.Layers is null && !NetworkCatalogue.TakesImages(specification.Network))
        {
            return NetworkCatalogue.Find(specification.Network);
        }

        var set = DataShelf.Resolve(specification.Data);
        var input = Input(set.Features, set.Image, specification.Training.Images?.Pad ?? 0);
        return specification.Layers is { } layers ? ListedNetwork.Of(input, layers) : NetworkCatalogue.Find(specification.Network, input, set.Classes);
    }

    /// <summary>How images become its inputs; null for features taken byte by byte.</summary>
    public static ImageRecipe? Images(ExperimentSpecification specification)
    {
        var training = specification.Training;
        return (training.Images is not null || training.Augment is not null) && DataShelf.Resolve(specification.Data).Image is { } image
            ? new ImageRecipe(image.Rows, image.Columns, image.Channels, training.Images?.Pad ?? 0, training.Images?.Mean, training.Images?.Deviation)
            : null;
    }

    /// <summary>What a sample is when it enters a network.</summary>
    /// <param name="features">Bytes of a sample.</param>
    /// <param name="image">What it is if it is an image.</param>
    /// <param name="pad">Pixels added on every side.</param>
    internal static Features Input(int features, ImageExtents? image, int pad) =>
        image is { } extents ? new Features(extents.Rows + (2 * pad), extents.Columns + (2 * pad), extents.Channels) : Features.Flat(features);
}
