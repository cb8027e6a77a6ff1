namespace Ledger.Cli.Screens;

/// <summary>A cell of a table.</summary>
/// <param name="Text">Plain text, never markup.</param>
/// <param name="Tone">Its colour on a terminal.</param>
public readonly record struct Cell(string Text, Tone Tone = Tone.Plain)
{
    /// <summary>A cell without colour.</summary>
    public static implicit operator Cell(string text) => new(text);
}
