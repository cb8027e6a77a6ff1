namespace Ledger.Cli.Tests.Fixtures;

/// <summary>An experiment of milliseconds.</summary>
public static class TinyExperiment
{
    /// <summary>Three rounds of a small perceptron on generated samples, two replicates.</summary>
    public const string Text = """
        name: tiny
        seed: 7
        replicates: 2
        data:
          set: synthetic
          validation: 40
          synthetic: {features: 12, classes: 3, train: 200, test: 90, noise: 120, seed: 5}
        network: mlp:12-10-3
        initialiser: glorot_normal
        training:
          steps: 30it
          batch: 20
          optimiser: sgd
          momentum: 0.9
          weight_decay: 0.0001
          rate: 0.05
        method:
          name: imp
          rounds: 2
          rewind: 5it
          prune: {criterion: magnitude, scope: global, fraction: 0.3, count: exact-floor}
        evaluate:
          splits: [validation, test]

        """;
}
