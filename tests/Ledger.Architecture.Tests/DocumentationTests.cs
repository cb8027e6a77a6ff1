using System.Reflection;
using Ledger.Events.Recorded;
using Ledger.Tickets.Derivations;

namespace Ledger.Architecture.Tests;

/// <summary>The documentation names everything that a ledger may hold.</summary>
public sealed class DocumentationTests
{
    private static readonly string Events = Repository.Text("docs", "events.md");

    /// <summary>Every alias.</summary>
    public static TheoryData<string> Aliases => [.. EventCatalogue.All.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Every kind of derivation.</summary>
    public static TheoryData<string> DerivationKinds =>
        [.. typeof(Kinds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(static kind => (string)kind.GetRawConstantValue()!)];

    [Theory]
    [MemberData(nameof(Aliases))]
    public void Events_EveryAlias_HasItsLine(string alias) => Assert.Contains($"\n| `{alias}` |", Events);

    [Theory]
    [MemberData(nameof(DerivationKinds))]
    public void Events_EveryKind_HasItsLine(string kind) => Assert.Contains($"\n| `{kind}` |", Events);
}
