using System.Reflection;

namespace Ledger.Architecture.Tests;

/// <summary>Who may reference whom: dependencies point one way only.</summary>
public sealed class ReferenceTests
{
    // What lies beyond the framework, by the only product that may know it.
    private static readonly Dictionary<string, string[]> Libraries = new()
    {
        ["Ledger.Arithmetic"] = [],
        ["Ledger.Training"] = [],
        ["Ledger.Events"] = [],
        ["Ledger.Tickets"] = [],
        ["Ledger.Store"] = ["Microsoft.Data.Sqlite", "SQLitePCLRaw.bundle_e_sqlite3", "SQLitePCLRaw.core", "Npgsql"],
        ["Ledger.Application"] = ["MediatR", "FluentValidation", "Polly.Core", "YamlDotNet", "Microsoft.Extensions.DependencyInjection"],
        ["Ledger.Cli"] = ["System.CommandLine", "Spectre.Console"],
    };

    /// <summary>Every product.</summary>
    public static TheoryData<string> Products => [.. Repository.Products.Keys];

    [Fact]
    public void Products_AreAllFoldersOfTheSources() =>
        Assert.Equal(Repository.Products.Keys.Order(), Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(static path => Path.GetFileName(path)).Order());

    [Theory]
    [MemberData(nameof(Products))]
    public void Project_References_AreTheDesigns(string product) =>
        Assert.Equal(Repository.Products[product].Order(), Includes(product, "ProjectReference").Select(static path => Path.GetFileNameWithoutExtension(path)).Order());

    [Theory]
    [MemberData(nameof(Products))]
    public void Project_Packages_AreAmongItsOwn(string product) =>
        Assert.Subset(Libraries[product].ToHashSet(), Includes(product, "PackageReference").ToHashSet());

    [Theory]
    [MemberData(nameof(Products))]
    public void Assembly_References_AreAmongTheDesigns(string product)
    {
        var referenced = Load(product).GetReferencedAssemblies().Select(static name => name.Name!).Where(static name => name.StartsWith("Ledger.", StringComparison.Ordinal));

        Assert.Subset(Below(product).ToHashSet(), referenced.ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Products))]
    public void Assembly_OfTheExactProducts_KnowsTheFrameworkOnly(string product)
    {
        if (Repository.Exact.Contains(product))
        {
            var foreign = Load(product).GetReferencedAssemblies().Select(static name => name.Name!)
                .Where(static name => !name.StartsWith("System.", StringComparison.Ordinal) && !name.StartsWith("Ledger.", StringComparison.Ordinal));

            Assert.Empty(foreign);
        }
    }

    private static IEnumerable<string> Includes(string product, string element) =>
        Repository.Project(product).Descendants(element).Select(static reference => reference.Attribute("Include")!.Value);

    private static Assembly Load(string product) => Assembly.Load(product == "Ledger.Cli" ? "ledger" : product);

    private static IEnumerable<string> Below(string product) => Repository.Products[product].SelectMany(static reference => Below(reference).Append(reference));
}
