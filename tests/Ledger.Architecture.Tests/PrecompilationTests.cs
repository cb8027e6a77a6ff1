using System.Xml.Linq;

namespace Ledger.Architecture.Tests;

/// <summary>What `./ledger` precompiles.</summary>
public sealed class PrecompilationTests
{
    private static readonly XDocument Project = XDocument.Load(Path.Combine(Repository.Root, "build", "Precompile.proj"));

    [Theory]
    [InlineData("Ledger.Arithmetic")]
    [InlineData("Ledger.Training")]
    public void Assemblies_ThatCompute_AreCompiledWhereTheyRun(string product)
    {
        Assert.Contains($"$(Built){product}.dll", Include("AsBuilt").Split(';'));
        Assert.Contains(Project.Descendants("Assembly"), static item => (string?)item.Attribute("Exclude") == "@(AsBuilt)");
        Assert.Contains("@(AsBuilt)", Include("Rest").Split(';'));
    }

    [Theory]
    [InlineData("run")]
    [InlineData("resume")]
    [InlineData("replay")]
    [InlineData("rebuild")]
    [InlineData("doctor")]
    public void Verbs_ThatTrain_RunWhatWasBuilt(string verb) =>
        Assert.Contains(File.ReadAllLines(Path.Combine(Repository.Root, "ledger")), line => line.Contains($"\" {verb} \"") && line.Contains("exec dotnet \"$bin/ledger.dll\""));

    private static string Include(string item) => (string)Project.Descendants(item).First().Attribute("Include")!;
}
