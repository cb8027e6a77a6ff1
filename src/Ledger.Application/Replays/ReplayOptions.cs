namespace Ledger.Application.Replays;

/// <summary>How a replay is done; nothing of it changes what is found.</summary>
/// <param name="Jobs">Tasks at once; null for one a processor.</param>
/// <param name="FromSeed">Use no cached state and no stored mask: everything follows from the seed.</param>
/// <param name="Reference">Compute with the reference kernels.</param>
/// <param name="Budget">Replay segments drawn at random until this is spent; null for everything.</param>
/// <param name="Draw">The seed of that draw; null for one of the system's randomness.</param>
/// <param name="Records">False to record nothing, in a ledger that is only read.</param>
public sealed record ReplayOptions(int? Jobs = null, bool FromSeed = false, bool Reference = false, ReplayBudget? Budget = null, ulong? Draw = null, bool Records = true);
