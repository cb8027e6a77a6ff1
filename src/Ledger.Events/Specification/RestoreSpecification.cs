namespace Ledger.Events.Specification;

/// <summary>What a rewind to step k restores, spelt out because published codes differ.</summary>
/// <param name="Weights"><c>rewind</c>: kept weights return to step k.</param>
/// <param name="Slots"><c>zero</c>: the optimiser starts afresh; <c>rewind</c>: its slots return to step k.</param>
/// <param name="Schedule"><c>rewind</c>: the learning rate continues from step k; <c>restart</c>: from step 0.</param>
/// <param name="Data"><c>rewind</c>: the data order continues from step k; <c>restart</c>: from step 0.</param>
public sealed record RestoreSpecification(RestoreRule Weights, RestoreRule Slots, RestoreRule Schedule, RestoreRule Data);
