namespace Ledger.Application.Claims.Attesting;

/// <summary>The program and machine that checked.</summary>
/// <param name="Version">Of ledger.</param>
/// <param name="Device">What computed.</param>
/// <param name="Processor">Its architecture.</param>
/// <param name="System">The operating system.</param>
/// <param name="Runtime">The .NET version.</param>
public sealed record AttestedAuditor(string Version, string Device, string Processor, string System, string Runtime);
