using Ledger.Application.Specifications;

namespace Ledger.Cli;

/// <summary>An experiment file holds mistakes: exit code 2.</summary>
public sealed class InvalidSpecificationException(IReadOnlyList<Finding> findings) : Exception(string.Join('\n', findings))
{
    /// <summary>All of them, in the order of the file.</summary>
    public IReadOnlyList<Finding> Findings { get; } = findings;
}
