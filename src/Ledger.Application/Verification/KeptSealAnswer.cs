using Ledger.Events.Seals;
using Ledger.Store.Contract;

namespace Ledger.Application.Verification;

/// <summary>Whether a ledger still contains what a seal kept elsewhere says.</summary>
/// <param name="File">The seal's file.</param>
/// <param name="Checkpoint">What the seal says.</param>
/// <param name="Fingerprint">Of the key whose signature was checked; null if nobody here knows the key.</param>
/// <param name="Finding">What is wrong, or null.</param>
public sealed record KeptSealAnswer(string File, Checkpoint Checkpoint, string? Fingerprint, IntegrityFinding? Finding);
