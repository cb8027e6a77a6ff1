using Ledger.Store.Contract;

namespace Ledger.Store.Integrity;

/// <summary>How an event fits the one before it in its stream.</summary>
/// <param name="After">What the next event follows.</param>
/// <param name="Finding">What is wrong, or null.</param>
internal readonly record struct ChainVerdict(Link After, IntegrityFinding? Finding);
