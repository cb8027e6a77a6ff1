namespace Ledger.Application.Differences;

/// <summary>A parameter that two runs have different values of.</summary>
/// <param name="What">As the experiment file calls it, for example <c>training.rate</c>; else as the derivation does.</param>
/// <param name="A">The value of one.</param>
/// <param name="B">The value of the other.</param>
public sealed record ParameterDifference(string What, string A, string B)
{
    /// <summary>What stands where one has no value.</summary>
    public const string Absent = "absent";
}
