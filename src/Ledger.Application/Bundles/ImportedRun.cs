using Ledger.Events.Hashing;

namespace Ledger.Application.Bundles;

/// <summary>A run of a bundle after its import.</summary>
/// <param name="Run">The run's digest.</param>
/// <param name="Name">The experiment's name, if somebody noted one.</param>
/// <param name="Replicate">Which replicate.</param>
/// <param name="WasHere">True if this ledger had a history of it before.</param>
/// <param name="Contradicts">True if it, or a derivation that it used, contradicts what this ledger has.</param>
/// <param name="IsUnconfirmed">True if nothing is answered from it before it is computed here.</param>
public sealed record ImportedRun(Digest Run, string? Name, int Replicate, bool WasHere, bool Contradicts, bool IsUnconfirmed);
