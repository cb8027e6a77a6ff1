using System.Globalization;
using Ledger.Events.Hashing;

namespace Ledger.Application.Sealing;

/// <summary>A seal that was made.</summary>
/// <param name="Location">The ledger.</param>
/// <param name="Origin">The ledger's name.</param>
/// <param name="Size">Events covered.</param>
/// <param name="Root">The root over their leaves.</param>
/// <param name="Fingerprint">Of the key.</param>
/// <param name="Checkpoint">The seal file's text.</param>
public sealed record SealReport(string Location, string Origin, long Size, Digest Root, string Fingerprint, string Checkpoint)
{
    /// <summary>One line for a paper: whoever has it can tell whether a ledger still holds these events.</summary>
    public string Citation => string.Create(CultureInfo.InvariantCulture, $"ledger {Origin}, {Size} events, root {Root}, key {Fingerprint}");
}
