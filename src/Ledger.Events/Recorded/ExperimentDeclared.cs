using Ledger.Events.Specification;

namespace Ledger.Events.Recorded;

/// <summary>What an experiment is: its specification without name and notes.</summary>
public sealed record ExperimentDeclared(ExperimentSpecification Specification) : ILedgerEvent;
