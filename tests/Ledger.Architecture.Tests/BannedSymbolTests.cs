using System.Reflection;
using System.Text.Json;

namespace Ledger.Architecture.Tests;

/// <summary>The list of banned symbols: wired to the exact products, never silenced, without slips, and complete where it matters.</summary>
public sealed class BannedSymbolTests
{
    private const string Analyzer = "Microsoft.CodeAnalysis.BannedApiAnalyzers";

    // Functions that IEEE 754 does not require to be correctly rounded: each library has bits of its own.
    private static readonly HashSet<string> Inexact =
    [
        "Acos", "AcosPi", "Acosh", "Asin", "AsinPi", "Asinh", "Atan", "Atan2", "Atan2Pi", "AtanPi", "Atanh", "Cbrt", "Cos", "CosPi", "Cosh", "Exp", "Exp10", "Exp10M1", "Exp2", "Exp2M1", "ExpM1",
        "Hypot", "Log", "Log10", "Log10P1", "Log2", "Log2P1", "LogP1", "MultiplyAddEstimate", "Pow", "ReciprocalEstimate", "ReciprocalSqrtEstimate", "RootN", "Sin", "SinCos", "SinCosPi", "SinPi", "Sinh",
        "Tan", "TanPi", "Tanh",
    ];

    private static readonly string[] Banned =
        [.. Repository.Text("BannedSymbols.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split(';')[0])];

    /// <summary>Every product.</summary>
    public static TheoryData<string> Products => [.. Repository.Products.Keys];

    // A name that nothing bears bans nothing, and the analyzer says nothing.
    [Fact]
    public void Symbols_All_Exist()
    {
        var existing = Types().SelectMany(Names).ToHashSet();

        Assert.Empty(Banned.Except(existing));
        Assert.Equal(Banned.Length, Banned.Distinct().Count());
    }

    [Fact]
    public void Symbols_InexactFunctions_AreAllThere()
    {
        var wanted = new[] { typeof(Math), typeof(MathF), typeof(double), typeof(float) }
            .SelectMany(static type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)).Where(static method => Inexact.Contains(method.Name)).Select(Name);

        Assert.Empty(wanted.Except(Banned));
    }

    [Theory]
    [InlineData("P:System.DateTime.UtcNow")]
    [InlineData("P:System.DateTime.Today")]
    [InlineData("P:System.DateTimeOffset.UtcNow")]
    [InlineData("P:System.Environment.TickCount")]
    [InlineData("P:System.Environment.TickCount64")]
    [InlineData("T:System.TimeProvider")]
    [InlineData("T:System.Diagnostics.Stopwatch")]
    [InlineData("M:System.Guid.NewGuid")]
    [InlineData("M:System.Guid.CreateVersion7")]
    [InlineData("T:System.Random")]
    [InlineData("T:System.HashCode")]
    [InlineData("T:System.Numerics.Vector`1")]
    [InlineData("P:System.Globalization.CultureInfo.CurrentCulture")]
    public void Symbols_ClocksIdsAndChance_AreThere(string symbol) => Assert.Contains(symbol, Banned);

    [Theory]
    [MemberData(nameof(Products))]
    public void Products_ExactOnes_RestoreTheAnalyzer(string product)
    {
        using var locked = JsonDocument.Parse(Repository.Text("src", product, "packages.lock.json"));
        var isDirect = locked.RootElement.GetProperty("dependencies").EnumerateObject().Any(static framework => framework.Value.TryGetProperty(Analyzer, out var package) && package.GetProperty("type").GetString() == "Direct");

        Assert.Equal(Repository.Exact.Contains(product), isDirect);
    }

    [Fact]
    public void Build_WiresTheListToTheSameProducts()
    {
        var items = System.Xml.Linq.XDocument.Parse(Repository.Text("Directory.Build.props")).Descendants("AdditionalFiles").Single(static file => file.Attribute("Include")!.Value.EndsWith("BannedSymbols.txt", StringComparison.Ordinal)).Parent!;
        var condition = items.Attribute("Condition")!.Value;

        Assert.All(Repository.Products.Keys, product => Assert.Equal(Repository.Exact.Contains(product), condition.Contains($"'{product}'")));
        Assert.Contains(items.Elements("PackageReference"), static package => package.Attribute("Include")!.Value == Analyzer);
        Assert.Contains("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", Repository.Text("Directory.Build.props"));
    }

    [Fact]
    public void Build_NowhereSilencesTheList()
    {
        string[] settings = [".editorconfig", "Directory.Build.props", .. Repository.Products.Keys.Select(static product => $"src/{product}/{product}.csproj")];

        Assert.All(settings, static path => Assert.DoesNotContain("RS0030", Repository.Text(path)));
        Assert.All(Repository.Of(Repository.Exact), static source => Assert.DoesNotContain(source.Lines, static line => line.Contains("#pragma warning") || line.Contains("SuppressMessage")));
    }

    private static IEnumerable<Type> Types() => new[] { typeof(object), typeof(Enumerable), typeof(System.Diagnostics.Stopwatch), typeof(System.Security.Cryptography.RandomNumberGenerator), typeof(System.Numerics.Vector<>) }
        .Select(static type => type.Assembly).Distinct().SelectMany(static assembly => assembly.GetExportedTypes());

    private static IEnumerable<string> Names(Type type) =>
    [
        $"T:{type.FullName}",
        .. type.GetProperties().Select(property => $"P:{type.FullName}.{property.Name}"),
        .. type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Select(Name),
    ];

    private static string Name(MethodInfo method)
    {
        var parameters = method.GetParameters();
        return $"M:{method.DeclaringType!.FullName}.{method.Name}" + (parameters.Length == 0 ? "" : $"({string.Join(',', parameters.Select(static parameter => Name(parameter.ParameterType)))})");
    }

    private static string Name(Type type) => type.IsGenericType
        ? $"{type.Namespace}.{type.Name.Split('`')[0]}{{{string.Join(',', type.GetGenericArguments().Select(Name))}}}"
        : type.FullName ?? type.Name;
}
