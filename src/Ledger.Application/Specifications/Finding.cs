namespace Ledger.Application.Specifications;

/// <summary>One thing wrong with an experiment file, and where.</summary>
/// <param name="Path">The file as the user named it.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Place">Keys from the root, for example <c>method.prune.fraction</c>; empty for the file as a whole.</param>
/// <param name="Message">What was found, what is wanted, and what to do.</param>
public sealed record Finding(string Path, int Line, string Place, string Message)
{
    /// <summary>As it is printed: <c>experiments/x.yaml:14 method.prune.fraction: 1.2 is not between 0 and 1</c>.</summary>
    public override string ToString() => Place.Length == 0 ? $"{Path}:{Line} {Message}" : $"{Path}:{Line} {Place}: {Message}";
}
