namespace Ledger.Events.Seals;

/// <summary>What may name a ledger and its key (C2SP signed-note).</summary>
public static class SealName
{
    /// <summary>The rule in words.</summary>
    public const string Rule = "1 to 255 characters, no spaces, no plus, no control characters; for example lab.example/tickets";

    /// <summary>True if it may.</summary>
    public static bool IsValid(string name) =>
        name.Length is >= 1 and <= 255
        && name.All(static character => !char.IsWhiteSpace(character) && !char.IsControl(character) && !char.IsSurrogate(character) && character != '+');
}
