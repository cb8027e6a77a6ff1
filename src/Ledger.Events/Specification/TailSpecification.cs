namespace Ledger.Events.Specification;

/// <summary>How a schedule ends: at one rate, or in cycles that fall from one rate to another.</summary>
/// <param name="From">Its first step.</param>
/// <param name="Rate">The constant rate.</param>
/// <param name="Cycle">Steps of a cycle.</param>
/// <param name="High">What a cycle falls from.</param>
/// <param name="Low">The rate of a cycle's last update.</param>
public sealed record TailSpecification(int From, decimal? Rate = null, int? Cycle = null, decimal? High = null, decimal? Low = null);
