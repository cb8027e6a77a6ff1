using Ledger.Cli.Tests.Fixtures;
using Ledger.Training.States;

namespace Ledger.Cli.Tests.Documentation;

/// <summary>A C program written from docs/arithmetic.md alone makes the same bits as the reference kernels.</summary>
public sealed class IndependentStepTests : IDisposable
{
    private readonly Tool _tool = new();

    [Theory]
    [InlineData("lenet-300-100", "", 8, 3)]
    [InlineData("lenet-300-100", "", 70, 1)]
    [InlineData("resnet-20", "", 4, 1)]
    [InlineData("resnet-20", "  augment: {reflect: true, shift: 4}\n  standardise: {mean: [0.49, 0.48, 0.45], deviation: [0.2, 0.21, 0.22]}\n", 4, 2)]
    public async Task Step_RecomputedInC_HasTheSameBits(string network, string images, int batch, int steps)
    {
        var written = await _tool.Run("vectors", Experiment(network, images), "-o", _tool.File("v"), "--batch", $"{batch}", "--steps", $"{steps}");
        Assert.Equal(ExitCodes.Done, written.Exit);
        CProgram.Compile("exact_step.c", _tool.File("exact_step"));

        var (exit, text) = CProgram.Run(_tool.File("exact_step"), network, _tool.File("v"));

        Assert.Equal((0, $"{Made(Safetensors.Read(File.ReadAllBytes(_tool.File("v"))))} tensors equal\n"), (exit, text));
    }

    [Theory]
    [InlineData("step1.002.MatrixProduct.fc1")]
    [InlineData("step1.010.SoftmaxCrossEntropy.loss")]
    [InlineData("step1.020.BiasGradient.fc1.bias.gradient")]
    [InlineData("step1.021.SgdStep.fingerprint")]
    [InlineData("final.fc3.weight.velocity")]
    public async Task Step_WithOneOtherBit_IsNamed(string name)
    {
        await _tool.Run("vectors", Experiment("lenet-300-100", images: ""), "-o", _tool.File("v"), "--batch", "3");
        CProgram.Compile("exact_step.c", _tool.File("exact_step"));
        Flip(name);

        var (exit, text) = CProgram.Run(_tool.File("exact_step"), "lenet-300-100", _tool.File("v"));

        Assert.Equal(1, exit);
        Assert.StartsWith(name, text, StringComparison.Ordinal);
    }

    public void Dispose() => _tool.Dispose();

    // All but the start, the samples and the numbers that operations are given: those have no layer in their name, or are bytes of the data.
    private static int Made(IEnumerable<SafetensorsEntry> tensors) => tensors.Count(static tensor =>
        !tensor.Name.StartsWith("initial.", StringComparison.Ordinal) && !tensor.Name.EndsWith(".bytes", StringComparison.Ordinal) && !tensor.Name.EndsWith(".labels", StringComparison.Ordinal)
        && !Given.Contains(tensor.Name.Split('.')[^1]));

    private static readonly string[] Given =
    [
        "stride", "padding", "momentum", "epsilon", "rectify", "size", "smoothing", "rate", "weight_decay", "nesterov",
        "rows", "columns", "channels", "pad", "reflect", "shift", "seed", "step", "means", "deviations",
    ];

    private void Flip(string name)
    {
        var file = File.ReadAllBytes(_tool.File("v"));
        var tensors = Safetensors.Read(file);
        var changed = tensors.Single(tensor => tensor.Name == name).Data.ToArray();
        changed[changed.Length / 2] ^= 1;
        File.WriteAllBytes(_tool.File("v"), Safetensors.Write([.. tensors.Select(tensor => tensor.Name == name ? tensor with { Data = changed } : tensor)]));
    }

    private string Experiment(string network, string images) => _tool.Experiment(TinyExperiment.Text
        .Replace("mlp:12-10-3", network, StringComparison.Ordinal)
        .Replace("features: 12, classes: 3", $"{(network == "resnet-20" ? "image: 32x32x3" : "features: 784")}, classes: 10", StringComparison.Ordinal)
        .Replace("  rate: 0.05\n", $"  rate: 0.05\n{images}", StringComparison.Ordinal));
}
