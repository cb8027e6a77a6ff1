using Ledger.Application.Addresses;
using Ledger.Application.Projections;

namespace Ledger.Application.Differences;

/// <summary>One of two runs that are compared, with its derivations in program order.</summary>
internal sealed class DiffSide(string text, ResolvedAddress found)
{
    /// <summary>The address as written.</summary>
    public string Text => text;

    /// <summary>The run.</summary>
    public ResolvedAddress Found => found;

    /// <summary>Rounds that are compared side by side: the one named, else all.</summary>
    public IReadOnlyList<RoundLineage> Rounds => found.RoundsNamed;

    /// <summary>The derivations of all rounds up to the last one that is compared.</summary>
    public IReadOnlyList<PlacedDerivation> Derivations { get; } =
        [.. found.Run.Rounds.Where(round => found.Address.Round is not { } last || round.Round <= last)
            .SelectMany(static round => round.Derivations.Select(link => new PlacedDerivation(round.Round, link)))];

    /// <summary>The command that computes it again.</summary>
    public string Replay => $"ledger replay {found.Id}{(found.Address.File is { } file ? $" --store {Pasted(file)}" : "")}";

    // A shell takes it as it stands.
    private static string Pasted(string file) =>
        file.All(static character => char.IsAsciiLetterOrDigit(character) || "_./:@-".Contains(character, StringComparison.Ordinal)) ? file : $"'{file.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}

/// <summary>A derivation and the round that did it.</summary>
internal sealed record PlacedDerivation(int Round, LinkedDerivation Link)
{
    /// <summary>How people call it.</summary>
    public string Name => $"{Link.Kind}{(Link.Step is { } step ? $" @{step}" : "")}{(Link.Split is { } split ? $" {split}" : "")} in round {Round}";
}
