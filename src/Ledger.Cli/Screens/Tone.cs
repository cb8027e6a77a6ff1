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
    private const int Bright = 8;

    /// <summary>The colour of a tone in tables.</summary>
    public static Style Style(this Tone tone) => Index(tone) is { } colour ? new Style(Color.FromInt32(colour)) : Spectre.Console.Style.Plain;

    /// <summary>A text in the colour of a tone (ECMA-48, SGR; 90 and more are the bright colours).</summary>
    public static string Paint(this Tone tone, string text) =>
        Index(tone) is { } colour ? $"\e[{(colour < Bright ? 30 + colour : 90 + colour - Bright)}m{text}\e[0m" : text;

    private static int? Index(Tone tone) => tone switch
    {
        Tone.Good => 2,
        Tone.Bad => 1,
        Tone.Warning => 3,
        Tone.Quiet => 8,
        _ => null,
    };
}
