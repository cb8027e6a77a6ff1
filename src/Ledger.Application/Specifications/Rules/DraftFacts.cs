using Ledger.Application.Networks;
using Ledger.Application.Specifications.Drafts;
using Ledger.Training.Data;
using Ledger.Training.Networks;

namespace Ledger.Application.Specifications.Rules;

/// <summary>What follows from a draft and the vocabulary; null wherever a value that it would need could not be read or cannot be.</summary>
internal sealed class DraftFacts(SpecificationVocabulary vocabulary)
{
    /// <summary>The data set, its sizes known.</summary>
    public DataSetFacts? Data(ExperimentDraft draft) => draft.Data switch
    {
        { Set: SpecificationVocabulary.Synthetic, Synthetic: { } synthetic } => Described(SpecificationVocabulary.Synthetic, synthetic, wantedPath: null),
        { Set: SpecificationVocabulary.Files, Files: { } files } => Described(SpecificationVocabulary.Files, files, FilesDataSet.WantedPath),
        _ => vocabulary.DataSets.FirstOrDefault(set => set.Name == draft.Data.Set),
    };

    /// <summary>The network.</summary>
    public NetworkDescription? Network(ExperimentDraft draft) => NetworkRefusal(draft, out var network) is null ? network : null;

    /// <summary>What a sample is when it enters the network.</summary>
    public Features? Input(ExperimentDraft draft) =>
        Data(draft) is { } data && Pad(draft) is { } pad ? SpecifiedNetwork.Input(data.Features, data.Image, pad) : null;

    /// <summary>Pixels added on every side of an image: those that are given, else those that the network wants.</summary>
    public int? Pad(ExperimentDraft draft) => draft.Training.Pad switch
    {
        >= 0 and <= 1024 and var given => given,
        null => UsualPad(draft),
        _ => null,
    };

    /// <summary>Pixels that the network wants on every side.</summary>
    public int UsualPad(ExperimentDraft draft) =>
        Data(draft)?.Image is { } image && draft.Network is { } name ? NetworkCatalogue.PaddingOf(name, image.Rows, image.Columns) : 0;

    /// <summary>True if there is a network of this name, or could be if it were smaller.</summary>
    public bool IsKnownNetwork(string name)
    {
        try
        {
            return vocabulary.FindNetwork(name, null, null) is not null;
        }
        catch (NetworkException)
        {
            return true;
        }
    }

    /// <summary>Why there can be no network of this name or these layers, or null if there is, or if the name or the samples are not known.</summary>
    public string? NetworkRefusal(ExperimentDraft draft, out NetworkDescription? network)
    {
        network = null;
        try
        {
            if (draft.Layers is null && draft.Network is { } perceptron && !NetworkCatalogue.TakesImages(perceptron))
            {
                network = vocabulary.FindNetwork(perceptron, null, null);
                return null;
            }

            if (Data(draft) is not { } data || Input(draft) is not { } input)
            {
                return null;
            }

            if (draft.Layers is { } layers)
            {
                network = LayerMistakes.In(layers, "").Any() ? null : ListedNetwork.Of(input, LayerSections.Expand(layers));
            }
            else if (draft.Network is { } name)
            {
                network = data.Image is null ? throw new NetworkException($"takes images, but the samples of {data.Name} are plain features: say what an image is, or give a perceptron") : vocabulary.FindNetwork(name, input, data.Classes);
            }

            return null;
        }
        catch (NetworkException exception)
        {
            return exception.Message;
        }
    }

    /// <summary>Training samples that are not kept for validation; never fewer than none.</summary>
    public int? TrainingList(ExperimentDraft draft) =>
        Data(draft) is { } data && draft.Data.Validation is { } validation and >= 0 && validation < data.Train ? data.Train - validation : null;

    /// <summary>Whole batches of an epoch.</summary>
    public int? EpochSteps(ExperimentDraft draft) =>
        TrainingList(draft) is { } samples && draft.Training.Batch is { } batch and > 0 && batch <= samples ? samples / batch : null;

    /// <summary>A step count in steps.</summary>
    public long? Steps(ExperimentDraft draft, StepCount? count) => count switch
    {
        null => null,
        { IsEpochs: false, Count: var steps } => steps,
        { Count: var epochs } => EpochSteps(draft) is { } steps ? (long)epochs * steps : null,
    };

    /// <summary>The steps of the training section.</summary>
    public int? Steps(ExperimentDraft draft) => Steps(draft, draft.Training.Steps) is > 0 and <= int.MaxValue and var steps ? (int)steps : null;

    private static DataSetFacts? Described(string name, ISampleDraft draft, string? wantedPath) =>
        draft is { SampleBytes: > 0 and <= int.MaxValue and var features, Classes: > 1 and var classes, Train: > 0 and var train, Test: > 0 and var test }
            ? new DataSetFacts(name, (int)features, classes, train, test, wantedPath, draft.Image)
            : null;
}
