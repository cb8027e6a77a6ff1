namespace Ledger.Application.Claims.Figures;

/// <summary>Evidence that is missing.</summary>
/// <param name="What">What, and of which run.</param>
/// <param name="Command">The command that would get it, or null if none would.</param>
public sealed record Gap(string What, string? Command = null);
