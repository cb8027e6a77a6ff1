namespace Ledger.Events.Specification;

/// <summary>Over which weights scores compete.</summary>
public enum PruningScope
{
    /// <summary>All prunable layers together.</summary>
    Global,

    /// <summary>Each layer by itself.</summary>
    Layerwise,
}
