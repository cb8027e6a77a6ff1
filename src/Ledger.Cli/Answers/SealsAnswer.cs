using Ledger.Application.Sealing;
using Ledger.Events.Streams;

namespace Ledger.Cli.Answers;

/// <summary>The seals that a ledger keeps.</summary>
/// <param name="Seals">In the order in which they were made.</param>
public sealed record SealsAnswer(IReadOnlyList<ListedSeal> Seals);

/// <summary>A seal in the ledger.</summary>
/// <param name="Stream">Its stream.</param>
/// <param name="Version">Its version there.</param>
/// <param name="Position">Its position in the ledger.</param>
/// <param name="Says">What it says.</param>
/// <param name="IsSigned">True if its signature is the key's.</param>
/// <param name="Checkpoint">The seal itself, a signed note.</param>
public sealed record ListedSeal(StreamName Stream, long Version, long Position, SealedRoot Says, bool IsSigned, string Checkpoint);
