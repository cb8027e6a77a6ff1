using Ledger.Cli.Tests.Fixtures;
using Ledger.Training.Data;
using Ledger.Training.States;

namespace Ledger.Cli.Tests.EndToEnd;

/// <summary>An experiment on files of the user's: checked, declared, run; and the same run as on the generator that made them.</summary>
public sealed class OwnFilesTests : IDisposable
{
    private readonly Tool _tool = new();

    public OwnFilesTests()
    {
        var source = new SyntheticImages(new ImageExtents(2, 3, 2), Classes: 3, Noise: 120, Shift: 1, Seed: 5).Draw(train: 200, test: 90);
        File.WriteAllBytes(_tool.File("own.safetensors"), Safetensors.Write(
        [
            new("test_images", "U8", [90, 2, 3, 2], source.Test.Samples),
            new("test_labels", "U8", [90], source.Test.Labels),
            new("train_images", "U8", [200, 2, 3, 2], source.Train.Samples),
            new("train_labels", "U8", [200], source.Train.Labels),
        ]));
    }

    [Fact]
    public async Task Run_OnCheckedAndDeclaredFiles_IsTheRunOnTheGenerator()
    {
        var declaration = await Declaration();
        Assert.StartsWith("files: {image: 2x3x2, classes: 3, train: 200, test: 90, digest: ", declaration, StringComparison.Ordinal);

        var own = await _tool.Run("run", Experiment("files", declaration + "\n  path: own.safetensors"), "--json");
        var generated = await _tool.Run("run", Experiment("synthetic", "synthetic: {image: 2x3x2, classes: 3, train: 200, test: 90, noise: 120, seed: 5, shift: 1}"), "--json");

        Assert.Equal((0, 0), (own.Exit, generated.Exit));
        Assert.Equal(Results(generated), Results(own));
        Assert.Contains("image: 2x3x2", (await _tool.Run("validate", "--expand", _tool.File("files.yaml"))).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OnOtherFilesThanDeclared_IsRefused()
    {
        var declaration = await Declaration();
        var file = await File.ReadAllBytesAsync(_tool.File("own.safetensors"), TestContext.Current.CancellationToken);
        file[^201] ^= 1; // the last byte of the training images
        await File.WriteAllBytesAsync(_tool.File("own.safetensors"), file, TestContext.Current.CancellationToken);

        var call = await _tool.Run("run", Experiment("files", declaration + "\n  path: own.safetensors"));

        Assert.Equal(3, call.Exit);
        Assert.Contains($"own.safetensors: its samples have digest ", call.Error, StringComparison.Ordinal);
        Assert.Contains("wanted " + declaration[^65..^1], call.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _tool.Dispose();

    private static string Results(Call call) => string.Join(' ', call.Json.GetProperty("runs").EnumerateArray().Select(static run => run.GetProperty("result").GetString()));

    private async Task<string> Declaration()
    {
        var call = await _tool.Run("data", "check", "files", "--data", _tool.File("own.safetensors"), "--json");
        return call.Json.GetProperty("sets")[0].GetProperty("declaration").GetString()!;
    }

    private string Experiment(string set, string block) => _tool.Experiment(
        TinyExperiment.Text
            .Replace("set: synthetic", $"set: {set}", StringComparison.Ordinal)
            .Replace("synthetic: {features: 12, classes: 3, train: 200, test: 90, noise: 120, seed: 5}", block, StringComparison.Ordinal),
        $"{set}.yaml");
}
