namespace Ledger.Cli.Answers;

/// <summary>How a store answers.</summary>
/// <param name="Store">Which store, without its password.</param>
/// <param name="Server">What it runs on.</param>
/// <param name="RoundTripMilliseconds">How long one question took; absent if it was not measured.</param>
/// <param name="IsCurrent">True if its tables are up to date.</param>
/// <param name="Problem">What is wrong with them; absent if nothing is.</param>
public sealed record PingAnswer(string Store, string Server, double? RoundTripMilliseconds, bool IsCurrent, string? Problem);
