using Ledger.Training.Networks;

namespace Ledger.Training.States;

/// <summary>A point of a trajectory on the host: parameters, and the optimiser's slots once it has made a step.</summary>
/// <param name="Network">Whose state.</param>
/// <param name="Parameters">All parameters in global order.</param>
/// <param name="Velocity">The momentum of each parameter, or null before the first step (+0 everywhere).</param>
public sealed record NetworkState(NetworkDescription Network, float[] Parameters, float[]? Velocity);
