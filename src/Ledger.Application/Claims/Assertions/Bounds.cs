using Ledger.Application.Claims.Statistics;
using Ledger.Application.Specifications.Drafts;

namespace Ledger.Application.Claims.Assertions;

/// <summary>What a figure must be.</summary>
/// <param name="AtLeast">No less.</param>
/// <param name="AtMost">No more.</param>
/// <param name="Exactly">Just this.</param>
internal sealed record Bounds(Share? AtLeast, Share? AtMost, Share? Exactly)
{
    /// <summary>The lower bound.</summary>
    public Fraction? Low => Of(AtLeast ?? Exactly);

    /// <summary>The upper bound.</summary>
    public Fraction? High => Of(AtMost ?? Exactly);

    /// <summary>True if a figure, or what a figure is known to lie between, keeps to them.</summary>
    public bool Admit(Fraction figure) => !(Low is { } low && figure < low) && !(High is { } high && figure > high);

    /// <summary>In words.</summary>
    public string Describe(Func<Fraction, string> format)
    {
        var parts = new[] { Part("at least", AtLeast), Part("at most", AtMost), Part("exactly", Exactly) };
        return string.Join(" and ", parts.OfType<string>());

        string? Part(string word, Share? bound) => bound is { } given ? $"{word} {format(Fraction.Of(given.Value))}" : null;
    }

    /// <summary>What is wrong with them.</summary>
    public IEnumerable<(string Key, string Message)> Mistakes()
    {
        if (AtLeast is null && AtMost is null && Exactly is null)
        {
            yield return ("", "asserts nothing: give at_least, at_most or exactly");
        }
        else if (Exactly is not null && (AtLeast ?? AtMost) is not null)
        {
            yield return ("exactly", "stands beside another bound: keep one of them");
        }
        else if (AtLeast is { } low && AtMost is { } high && low.Value > high.Value)
        {
            yield return ("at_most", $"{high} is less than at_least: nothing could be so");
        }
    }

    private static Fraction? Of(Share? bound) => bound is { } given ? Fraction.Of(given.Value) : null;
}
