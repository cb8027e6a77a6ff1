using Ledger.Application.Projections;
using Ledger.Events.Hashing;

namespace Ledger.Application.Queries;

/// <summary>The derivations behind one ticket or state, last first.</summary>
/// <param name="Address">What was asked for.</param>
/// <param name="Id">The run's short id.</param>
/// <param name="What">What it is, for people.</param>
/// <param name="Digest">Its digest.</param>
/// <param name="Parts">What a ticket consists of; the object itself otherwise.</param>
/// <param name="Nodes">Every derivation it depends on, each once, from the last to the first.</param>
public sealed record LineageGraph(string Address, string Id, string What, Digest Digest, IReadOnlyList<LineageInput> Parts, IReadOnlyList<LineageNode> Nodes);

/// <summary>One derivation of a lineage.</summary>
/// <param name="Round">The round that did it.</param>
/// <param name="Derivation">What was done.</param>
/// <param name="Inputs">What went in.</param>
public sealed record LineageNode(int Round, LinkedDerivation Derivation, IReadOnlyList<LineageInput> Inputs);

/// <summary>What went into a derivation.</summary>
/// <param name="Role">As what.</param>
/// <param name="Digest">Its digest; of a trajectory its key.</param>
/// <param name="Round">The round that made it; absent for data.</param>
public sealed record LineageInput(string Role, Digest Digest, int? Round);
