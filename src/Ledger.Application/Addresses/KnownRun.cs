using Ledger.Events.Hashing;

namespace Ledger.Application.Addresses;

/// <summary>A run that a ledger has, as far as naming it goes.</summary>
/// <param name="Run">The run's digest.</param>
/// <param name="Name">The experiment's name at the latest attempt, or null if nobody noted one.</param>
/// <param name="Replicate">Which replicate.</param>
/// <param name="Experiment">The experiment's digest.</param>
public sealed record KnownRun(Digest Run, string? Name, int Replicate, Digest Experiment)
{
    /// <summary>How messages list it.</summary>
    public override string ToString() => Name is null ? ShortId.Of(Run) : $"{ShortId.Of(Run)} ({Name}.{Replicate})";
}
