using Ledger.Training.Networks;

namespace Ledger.Application.Tests.Specifications;

public sealed class TerribleFileTests
{
    private const string Terrible = """
        name: Fashion LeNet
        seed: -1
        seed: 2
        replicates: 0
        colour: blue
        data:
          set: fasion-mnist
          validation: "5000"
        network: lenet-300
        initialiser: glorot
        training:
          steps: 6000 steps
          batch: [60]
          optimizer: sgd
          momentum: 1
          weight_decay:
          rate: 0
          milestones: [400it, soon, 300it]
          factor: 0.1
        method:
          name: imp/2
          rounds: 08
          prune:
            criterion: magnitude
            scope: everywhere
            fracton: 0.2
            output_fraction: 1.2
          restore: {weights: zero, slots: restart}
        evaluate: all
        """;

    private static readonly string[] Expected =
    [
        "x.yaml:1 name: 'Fashion LeNet' is not a name: use a-z, 0-9, '.', '_' and '-', and start with a letter or digit",
        "x.yaml:2 seed: '-1' is not a whole number from 0 to 18446744073709551615, or from-claim",
        "x.yaml:3 seed: is given twice, first in line 2: keep one of them",
        "x.yaml:4 replicates: 0 is not between 1 and 1000",
        "x.yaml:5 colour: is not a key here; known here: name, notes, seed, claim, replicates, data, network, layers, initialiser, training, method, evaluate",
        "x.yaml:7 data.set: 'fasion-mnist' is not a known data set; did you mean 'fashion-mnist'? known: fashion-mnist, mnist, cifar-10, cifar-100, synthetic, files",
        "x.yaml:8 data.validation: \"5000\" is in quotes: write a whole number of at most 2147483647, without leading zeros, without them",
        $"x.yaml:9 network: 'lenet-300' is not a known network; did you mean 'lenet-5'? known: {string.Join(", ", NetworkCatalogue.Names)}",
        "x.yaml:10 initialiser: 'glorot' is not a known initialiser; known: glorot_normal/1, glorot_uniform/1, kaiming_normal/1, kaiming_uniform/1",
        "x.yaml:12 training.steps: '6000 steps' is not a number of steps, such as 6000, 6000it or 12ep",
        "x.yaml:13 training.batch: a list is not a whole number of at most 2147483647, without leading zeros",
        "x.yaml:14 training.optimizer: is not a key here; did you mean 'optimiser'?",
        "x.yaml:15 training.momentum: 1 is not between 0 and 1 (1 itself excluded)",
        "x.yaml:16 training.weight_decay: has no value: give a number of at most 28 digits, such as 0.2 or 1e-4",
        "x.yaml:17 training.rate: 0 is not above 0: give a positive number",
        "x.yaml:18 training.milestones[1]: 'soon' is not a number of steps, such as 6000, 6000it or 12ep",
        "x.yaml:21 method.name: 'imp/2' is not a known method; known: imp/1",
        "x.yaml:22 method.rounds: '08' is not a whole number of at most 2147483647, without leading zeros",
        "x.yaml:23 method.prune.count: is missing: add 'count:' with a text",
        "x.yaml:25 method.prune.scope: 'everywhere' is not one of global, layerwise",
        "x.yaml:26 method.prune.fracton: is not a key here; did you mean 'fraction'?",
        "x.yaml:27 method.prune.output_fraction: 1.2 is not between 0 and 1 (1 itself excluded)",
        "x.yaml:28 method.restore.weights: zero is not possible here: write rewind",
        "x.yaml:28 method.restore.slots: restart is not possible here: write zero or rewind",
        "x.yaml:29 evaluate: 'all' is not a section: write its keys below it, indented; known here: splits, every",
    ];

    [Fact]
    public void Parse_TerribleFile_ReportsEverythingAtOnce() =>
        Assert.Equal(Expected, ExampleFile.Parse(Terrible).Findings.Select(static finding => finding.ToString()));
}
