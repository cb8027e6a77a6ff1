using Ledger.Events.Recorded;

namespace Ledger.Architecture.Tests;

/// <summary>Events: sealed records, all in the catalogue, all past.</summary>
public sealed class EventTests
{
    private static readonly string[] StrongVerbs = ["drawn", "rewound"];

    /// <summary>All event types of all products.</summary>
    public static TheoryData<Type> Types =>
        [.. Repository.Products.Keys.Where(static product => product != "Ledger.Cli").SelectMany(static product => System.Reflection.Assembly.Load(product).GetTypes())
            .Where(static type => !type.IsInterface && typeof(ILedgerEvent).IsAssignableFrom(type))];

    [Theory]
    [MemberData(nameof(Types))]
    public void Event_IsASealedRecordInTheCatalogue(Type type)
    {
        Assert.True(type.IsSealed && type.GetMethod("<Clone>$") is not null);
        Assert.Contains(type, EventCatalogue.All.Values);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Event_HasAnAliasInThePast(Type type)
    {
        var verb = EventCatalogue.AliasOf(type).Split('_')[^1];

        Assert.True(verb.EndsWith("ed", StringComparison.Ordinal) || StrongVerbs.Contains(verb), $"'{verb}' does not look past");
    }
}
