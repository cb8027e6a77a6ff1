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

    private static readonly string[] Expected = [];

    [Fact]
    public void Parse_TerribleFile_ReportsEverythingAtOnce() =>
        Assert.Equal(Expected, ExampleFile.Parse(Terrible).Findings.Select(static finding => finding.ToString()));
}
