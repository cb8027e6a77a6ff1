using Ledger.Events.Hashing;

namespace Ledger.Events.Recorded;

/// <summary>An experiment's seed was drawn from the first seal over a claim's registration (<c>ledger-claim-seed/1</c>), so that nobody knew it before.</summary>
/// <param name="Experiment">The experiment's digest.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Claim">The claim's digest.</param>
/// <param name="Registered">The position of the claim's registration, in the ledger where the seed was drawn.</param>
/// <param name="Key">The seal's public key: DER SubjectPublicKeyInfo in base64.</param>
/// <param name="Checkpoint">The seal file's text.</param>
public sealed record SeedDrawn(Digest Experiment, ulong Seed, Digest Claim, long Registered, string Key, string Checkpoint) : ILedgerEvent;
