using Spectre.Console;

namespace Ledger.Cli.Screens;

/// <summary>What a text says, as a colour shows it on a terminal; the words alone always say it too.</summary>
public enum Tone
{
    /// <summary>No colour.</summary>
    Plain,

    /// <summary>Done, equal, holds.</summary>
    Good,

    /// <summary>Failed, refuted, altered.</summary>
    Bad,

    /// <summary>Worth a look.</summary>
    Warning,

    /// <summary>Less important.</summary>
    Quiet,
}

/// <summary>The colours of tones: of the first sixteen, which every terminal shows as its user chose them.</summary>
internal static class Tones
{
    /// <summary>The colour of a tone.</summary>
    public static Style Style(this Tone tone) => tone switch
    {
        Tone.Good => new Style(Color.Green),
        Tone.Bad => new Style(Color.Maroon),
        Tone.Warning => new Style(Color.Olive),
        Tone.Quiet => new Style(Color.Grey),
        _ => Spectre.Console.Style.Plain,
    };

    /// <summary>The same colour as the parameter of ECMA-48's SGR.</summary>
    public static int Code(this Tone tone) => tone switch
    {
        Tone.Good => 32,
        Tone.Bad => 31,
        Tone.Warning => 33,
        Tone.Quiet => 90,
        _ => 0,
    };
}
