using System.Globalization;

namespace Ledger.Application.Sealing;

/// <summary>A seal that was made.</summary>
/// <param name="Location">The ledger.</param>
/// <param name="Sealed">What it says.</param>
/// <param name="Checkpoint">The seal file's text.</param>
public sealed record SealReport(string Location, SealedRoot Sealed, string Checkpoint)
{
    /// <summary>One line for a paper: whoever has it can tell whether a ledger still holds these events.</summary>
    public string Citation => string.Create(CultureInfo.InvariantCulture, $"ledger {Sealed.Origin}, {Sealed.Size} events, root {Sealed.Root}, key {Sealed.Fingerprint}");
}
