using Ledger.Application.Specifications;
using Ledger.Events.Canonical;
using Ledger.Events.Specification;

namespace Ledger.Application.Tests.Specifications;

public sealed class SpecificationReaderTests
{
    [Fact]
    public void Parse_FashionExample_GivesTheExpandedRecord()
    {
        var loaded = ExampleFile.Load(ExampleFile.Fashion);
        var expected = new ExperimentSpecification(
            new DataSpecification("fashion-mnist", 5000),
            "lenet-300-100",
            "glorot_normal/1",
            new TrainingSpecification(6000, 60, "sgd/1", 0.9m, 0.0001m, 0.1m, [4000, 5200], 0.1m),
            new PruningSpecification(
                "imp/1", 8, 500, "magnitude/1", PruningScope.Global, "exact_floor/1", 0.2m, 0.1m,
                new RestoreSpecification(RestoreRule.Rewind, RestoreRule.Zero, RestoreRule.Rewind, RestoreRule.Rewind)),
            new EvaluationSpecification(["validation", "test"], 0),
            1);
        Assert.Equal(CanonicalJson.Serialize(expected), CanonicalJson.Serialize(loaded.Specification));
        Assert.Equal(("fashion", "a note", 3, null), (loaded.Name, loaded.Notes, loaded.Replicates, loaded.DataPath));
    }

    [Fact]
    public void Parse_SyntheticExample_ExpandsEveryDefault()
    {
        var loaded = ExampleFile.Load(ExampleFile.Synthetic);
        var expected = new ExperimentSpecification(
            new DataSpecification("synthetic", 32, new SyntheticSpecification(8, 4, 96, 16, 96, 7)),
            "mlp:8-6-4",
            "glorot_normal/1",
            new TrainingSpecification(8, 16, "sgd/1", 0, 0, 0.1m, [], 1),
            new PruningSpecification(
                "imp/1", 2, 0, "magnitude/1", PruningScope.Layerwise, "exact_floor/1", 0.2m, 0.2m,
                new RestoreSpecification(RestoreRule.Rewind, RestoreRule.Zero, RestoreRule.Rewind, RestoreRule.Rewind)),
            new EvaluationSpecification(["test"], 0),
            1);
        Assert.Equal(CanonicalJson.Serialize(expected), CanonicalJson.Serialize(loaded.Specification));
        Assert.Equal(("synthetic", null, 1, null), (loaded.Name, loaded.Notes, loaded.Replicates, loaded.DataPath));
    }

    [Theory]
    [InlineData("fashion-lenet-imp.yaml")]
    [InlineData("quick.yaml")]
    public void Read_ReadyExperiment_HasNoFindings(string file)
    {
        var result = ExampleFile.Read(Path.Combine(AppContext.BaseDirectory, "experiments", file));
        Assert.Empty(result.Findings.Select(static finding => finding.ToString()));
        Assert.True(result.IsValid);
    }

    [Fact]
    public void Read_ReadyFashionExperiment_IsTheGoldenExperiment() => Assert.Equal(
        "633b6c2726a8f19b04fc9c70ff817fe65ca4daedbf2df1ae57d8a5714166aa0e",
        RunIdentity.Experiment(ExampleFile.Read(Path.Combine(AppContext.BaseDirectory, "experiments", "fashion-lenet-imp.yaml")).Experiment!.Specification).ToString());

    [Fact]
    public void Read_NoSuchFile_IsAFinding()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "no-such.yaml");
        var finding = Assert.Single(ExampleFile.Read(path).Findings);
        Assert.StartsWith($"{path}:1 cannot be read: ", finding.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NotUtf8_IsAFinding()
    {
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, [0x6E, 0xFF, 0xFE]);
        var finding = Assert.Single(ExampleFile.Read(path).Findings);
        File.Delete(path);
        Assert.Equal($"{path}:1 is not UTF-8: save it as UTF-8 text", finding.ToString());
    }
}
