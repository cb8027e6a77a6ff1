using Ledger.Application.Experiments;
using Ledger.Events.Hashing;

namespace Ledger.Cli.Answers;

/// <summary>What running an experiment takes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Experiment">Its digest.</param>
/// <param name="Replicates">How often it is run.</param>
/// <param name="PerReplicate">What one of them takes.</param>
/// <param name="Known">What the ledger already has of them.</param>
/// <param name="Expanded">The specification with every default spelt out, as YAML; absent unless asked for.</param>
public sealed record ValidateAnswer(string Name, Digest Experiment, int Replicates, ReplicateForecast PerReplicate, IReadOnlyList<KnownWork> Known, string? Expanded);

/// <summary>What one replicate takes if nothing is known.</summary>
/// <param name="Steps">Training steps.</param>
/// <param name="Events">Events, about.</param>
/// <param name="Bytes">Bytes in the ledger, about.</param>
/// <param name="Seconds">Seconds on one core, about.</param>
/// <param name="Densities">The share of weights kept, round by round.</param>
public sealed record ReplicateForecast(long Steps, long Events, long Bytes, double Seconds, IReadOnlyList<double> Densities);
