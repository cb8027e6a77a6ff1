using Ledger.Application.Specifications;
using Ledger.Events.Hashing;
using Ledger.Events.Specification;

namespace Ledger.Application.Tests.Specifications;

/// <summary>Experiment files to start from and to spoil.</summary>
internal static class ExampleFile
{
    public const string Path = "x.yaml";

    public const string Fashion = """
        name: fashion
        notes: a note
        seed: 1
        replicates: 3
        data:
          set: fashion-mnist
          validation: 5000
        network: lenet-300-100
        initialiser: glorot_normal
        training:
          steps: 6000it
          batch: 60
          optimiser: sgd
          momentum: 0.9
          weight_decay: 0.0001
          rate: 0.1
          milestones: [4000it, 5200it]
          factor: 0.1
        method:
          name: imp
          rounds: 8
          rewind: 500it
          prune:
            criterion: magnitude
            scope: global
            fraction: 0.2
            output_fraction: 0.1
            count: exact-floor
          restore: {weights: rewind, slots: zero, schedule: rewind, data: rewind}
        evaluate:
          splits: [validation, test]
          every: 0
        """;

    public const string Synthetic = """
        name: synthetic
        seed: 1
        data:
          set: synthetic
          validation: 32
          synthetic:
            features: 8
            classes: 4
            train: 96
            test: 16
            noise: 96
            seed: 7
        network: mlp:8-6-4
        initialiser: glorot_normal
        training:
          steps: 8
          batch: 16
          optimiser: sgd
          momentum: 0
          weight_decay: 0
          rate: 0.1
        method:
          name: imp
          rounds: 2
          prune:
            criterion: magnitude
            scope: layerwise
            fraction: 0.2
            count: exact_floor
        """;

    public const string Images = """
        name: images
        seed: 1
        data:
          set: synthetic
          validation: 32
          synthetic:
            image: 2x2x2
            classes: 4
            train: 96
            test: 16
            noise: 96
            seed: 7
        network: mlp:8-6-4
        initialiser: glorot_normal
        training: {steps: 8, batch: 16, optimiser: sgd, momentum: 0, weight_decay: 0, rate: 0.1}
        method:
          name: imp
          rounds: 2
          prune: {criterion: magnitude, scope: layerwise, fraction: 0.2, count: exact_floor}
        """;

    public const string Files = """
        name: files
        seed: 1
        data:
          set: files
          validation: 32
          path: /data
          files:
            image: 2x2x2
            classes: 4
            train: 96
            test: 16
            digest: 00000000000000000000000000000000000000000000000000000000000000ab
        network: mlp:8-6-4
        initialiser: glorot_normal
        training: {steps: 8, batch: 16, optimiser: sgd, momentum: 0, weight_decay: 0, rate: 0.1}
        method:
          name: imp
          rounds: 2
          prune: {criterion: magnitude, scope: layerwise, fraction: 0.2, count: exact_floor}
        """;

    private static readonly SpecificationReader Reader = new(SpecificationVocabulary.Standard);

    public static SpecificationResult Parse(string text) => Reader.Parse(text, Path);

    public static SpecificationResult Read(string path) => Reader.Read(path);

    /// <summary>The example with one text replaced; the text must be there.</summary>
    public static string With(string example, string old, string replacement)
    {
        Assert.Contains(old, example, StringComparison.Ordinal);
        return example.Replace(old, replacement, StringComparison.Ordinal);
    }

    public static LoadedExperiment Load(string text)
    {
        var result = Parse(text);
        Assert.Empty(result.Findings.Select(static finding => finding.ToString()));
        return result.Experiment!;
    }

    public static Digest DigestOf(string text) => RunIdentity.Experiment(Load(text).Specification);
}
