using Ledger.Events.Hashing;

namespace Ledger.Cli.Answers;

/// <summary>A seal that was made.</summary>
/// <param name="Location">The ledger.</param>
/// <param name="Origin">Its name in seals.</param>
/// <param name="Size">Events that the seal covers.</param>
/// <param name="Root">The root of the Merkle tree over them.</param>
/// <param name="Fingerprint">The key's.</param>
/// <param name="Citation">A line to cite.</param>
/// <param name="Checkpoint">The seal itself, a signed note.</param>
/// <param name="File">Where it was written; absent if it was not.</param>
public sealed record SealAnswer(string Location, string Origin, long Size, Digest Root, string Fingerprint, string Citation, string Checkpoint, string? File);
