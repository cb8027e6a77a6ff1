using System.Globalization;
using Ledger.Events.Hashing;

namespace Ledger.Events.Seals;

/// <summary>What a seal signs: whose ledger, how many events, their root (C2SP tlog-checkpoint, without extension lines).</summary>
/// <param name="Origin">The ledger's name, for example <c>lab.example/tickets</c>.</param>
/// <param name="Size">Events covered.</param>
/// <param name="Root">The root over their leaves.</param>
public sealed record Checkpoint(string Origin, long Size, Digest Root)
{
    /// <summary>Reads the text of a checkpoint.</summary>
    /// <exception cref="FormatException">The text is not exactly what a checkpoint makes.</exception>
    public static Checkpoint Parse(string text)
    {
        var lines = text.Split('\n');
        if (lines.Length != 4)
        {
            throw new FormatException($"a checkpoint has three lines: origin, size, root; this text has {lines.Length - 1}");
        }

        if (!SealName.IsValid(lines[0]))
        {
            throw new FormatException($"'{lines[0]}' cannot be an origin: {SealName.Rule}");
        }

        var root = StrictBase64.Decode(lines[2], "the root of the checkpoint");
        var isRead = long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size) && root.Length == Digest.Length;
        var checkpoint = isRead ? new Checkpoint(lines[0], size, new Digest(root)) : null;
        return checkpoint?.ToString() == text ? checkpoint : throw new FormatException($"'{lines[1]}' and '{lines[2]}' are not the size and the root of a checkpoint");
    }

    /// <summary>The text that is signed.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root.ToBytes())}\n");
}
