using Ledger.Events.Hashing;

namespace Ledger.Application.Copying;

/// <summary>What a copy did.</summary>
/// <param name="From">Where it came from.</param>
/// <param name="To">Where it is now.</param>
/// <param name="Events">Events that both have now.</param>
/// <param name="Copied">Events that were not there before.</param>
/// <param name="Blobs">Masks and states that were not there before.</param>
/// <param name="BlobBytes">Their bytes.</param>
/// <param name="Root">The root of both trees.</param>
public sealed record CopyReport(string From, string To, long Events, long Copied, long Blobs, long BlobBytes, Digest Root);
