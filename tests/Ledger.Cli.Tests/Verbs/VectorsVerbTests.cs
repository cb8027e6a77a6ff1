using Ledger.Cli.Tests.Fixtures;
using Ledger.Training.States;

namespace Ledger.Cli.Tests.Verbs;

public sealed class VectorsVerbTests : IDisposable
{
    private readonly Tool _tool = new();

    [Fact]
    public async Task Vectors_OfTwoSteps_StartAndEndWhereTheRecordedTrainingDoes()
    {
        var experiment = _tool.Experiment();
        await _tool.Run("run", experiment, "--replicates", "0");
        await _tool.Run("rebuild", "tiny.0/0:start", "--out", _tool.File("start"));
        await _tool.Run("rebuild", "tiny.0/0@2", "--out", _tool.File("end"));

        var call = await _tool.Run("vectors", experiment, "-o", _tool.File("v"), "--steps", "2", "--json");

        Assert.Equal(ExitCodes.Done, call.Exit);
        var tensors = Read("v");
        Assert.Equal(Read("start").Select(Content), Part(tensors, "initial."));
        Assert.Equal(Read("end").Select(Content), Part(tensors, "final."));
        Assert.Equal(Expected, tensors.Select(static tensor => tensor.Name).Where(static name => name.StartsWith("step2.", StringComparison.Ordinal)));
        Assert.Equal(tensors.Count, call.Json.GetProperty("tensors").GetInt32());
        Assert.Equal(new FileInfo(_tool.File("v")).Length, call.Json.GetProperty("bytes").GetInt64());
    }

    [Fact]
    public async Task Vectors_SmallBatch_HasThatManySamples()
    {
        await _tool.Run("vectors", _tool.Experiment(), "-o", _tool.File("v"), "--batch", "3");

        Assert.Equal([3, 12], Read("v").Single(static tensor => tensor.Name == "step1.000.GatherSamples.bytes").Shape);
    }

    [Fact]
    public async Task Vectors_FileThatIsThere_IsReplacedByForceAlone()
    {
        await File.WriteAllTextAsync(_tool.File("v"), "mine");

        var refused = await _tool.Run("vectors", _tool.Experiment(), "-o", _tool.File("v"));

        Assert.Equal((ExitCodes.Conflict, "mine"), (refused.Exit, await File.ReadAllTextAsync(_tool.File("v"))));
        Assert.Contains("FOLDER/v is there already: name another file, or replace it with --force", refused.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Done, (await _tool.Run("vectors", _tool.Experiment(), "-o", _tool.File("v"), "--force")).Exit);
        Assert.NotEmpty(Read("v"));
    }

    [Fact]
    public async Task Vectors_BatchBeyondTheTrainingList_Exits2()
    {
        var call = await _tool.Run("vectors", _tool.Experiment(), "-o", _tool.File("v"), "--batch", "161");

        Assert.Equal(ExitCodes.Usage, call.Exit);
        Assert.Contains("--batch is 161, the training list of tiny has 160 samples; give 1 to 160", call.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_tool.File("v")));
    }

    public void Dispose() => _tool.Dispose();

    private static string[] Expected =>
    [
        "step2.000.GatherSamples.bytes", "step2.000.GatherSamples.input",
        "step2.001.GatherLabels.labels",
        "step2.002.MatrixProduct.fc1", "step2.003.AddBias.fc1", "step2.004.Relu.fc1",
        "step2.005.MatrixProduct.fc2", "step2.006.AddBias.fc2",
        "step2.007.SoftmaxCrossEntropy.smoothing", "step2.007.SoftmaxCrossEntropy.fc2.gradient", "step2.007.SoftmaxCrossEntropy.loss", "step2.007.SoftmaxCrossEntropy.correct",
        "step2.008.WeightGradient.fc2.weight.gradient", "step2.009.BiasGradient.fc2.bias.gradient", "step2.010.InputGradient.fc2.input.gradient",
        "step2.011.ReluGradient.fc1.gradient",
        "step2.012.WeightGradient.fc1.weight.gradient", "step2.013.BiasGradient.fc1.bias.gradient",
        "step2.014.SgdStep.rate", "step2.014.SgdStep.momentum", "step2.014.SgdStep.weight_decay", "step2.014.SgdStep.nesterov",
        "step2.014.SgdStep.parameters", "step2.014.SgdStep.velocity", "step2.014.SgdStep.finite", "step2.014.SgdStep.fingerprint",
    ];

    private static (string Name, string Bytes) Content(SafetensorsEntry tensor) => (tensor.Name, Convert.ToHexString(tensor.Data.Span));

    private static IEnumerable<(string Name, string Bytes)> Part(IEnumerable<SafetensorsEntry> tensors, string prefix) =>
        tensors.Where(tensor => tensor.Name.StartsWith(prefix, StringComparison.Ordinal)).Select(tensor => Content(tensor with { Name = tensor.Name[prefix.Length..] }));

    private IReadOnlyList<SafetensorsEntry> Read(string name) => Safetensors.Read(File.ReadAllBytes(_tool.File(name)));
}
