using Ledger.Application.Specifications;
using Ledger.Events.Canonical;

namespace Ledger.Application.Tests.Specifications;

public sealed class SpecificationWriterTests
{
    [Theory]
    [InlineData(ExampleFile.Fashion)]
    [InlineData(ExampleFile.Synthetic)]
    [InlineData(ExampleFile.Images)]
    [InlineData(ExampleFile.Files)]
    public void Write_Experiment_ReadsBackAsTheSame(string text) => AssertReadsBack(ExampleFile.Load(text));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("~")]
    [InlineData("two\nlines\n\n  and: more # text\n")]
    [InlineData("\"quoted\" 'text' \\ {braces} \t\u00e9\u2026\U0001F600 ")]
    public void Write_AwkwardTexts_ReadBackAsTheSame(string text)
    {
        var experiment = ExampleFile.Load(ExampleFile.Fashion);
        AssertReadsBack(experiment with { Name = "null", Notes = text, DataPath = text });
    }

    [Fact]
    public void Write_SmallAndLongDecimals_ReadBackAsTheSame()
    {
        var experiment = ExampleFile.Load(ExampleFile.With(ExampleFile.Fashion, "0.0001", "1e-28"));
        Assert.Contains("weight_decay: 0.0000000000000000000000000001\n", SpecificationWriter.Write(experiment), StringComparison.Ordinal);
        AssertReadsBack(experiment);
    }

    [Fact]
    public void Write_SyntheticExample_IsTheGoldenText() => Assert.Equal(
        """
        name: synthetic
        seed: 1
        replicates: 1
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
        initialiser: glorot_normal/1
        training:
          steps: 8it
          batch: 16
          optimiser: sgd/1
          momentum: 0
          weight_decay: 0
          rate: 0.1
          milestones: []
          factor: 1
        method:
          name: imp/1
          rounds: 2
          rewind: 0it
          prune:
            criterion: magnitude/1
            scope: layerwise
            fraction: 0.2
            output_fraction: 0.2
            count: exact_floor/1
          restore:
            weights: rewind
            slots: zero
            schedule: rewind
            data: rewind
        evaluate:
          splits: [test]
          every: 0it

        """,
        SpecificationWriter.Write(ExampleFile.Load(ExampleFile.Synthetic)));

    private static void AssertReadsBack(LoadedExperiment experiment)
    {
        var again = ExampleFile.Load(SpecificationWriter.Write(experiment));
        Assert.Equal(CanonicalJson.Serialize(experiment.Specification), CanonicalJson.Serialize(again.Specification));
        Assert.Equal(experiment with { Specification = again.Specification }, again);
    }
}
