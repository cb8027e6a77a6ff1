using Ledger.Application.Claims;
using Ledger.Application.Claims.Reading;
using Ledger.Application.Failures;

namespace Ledger.Cli.Auditing;

/// <summary>Claim files on the command line.</summary>
public static class ClaimFiles
{
    /// <summary>The claims of all files, in their order.</summary>
    /// <exception cref="NotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidSpecificationException">Files hold mistakes; all of them are told.</exception>
    public static IReadOnlyList<Claim> Read(IReadOnlyList<string> paths)
    {
        if (paths.FirstOrDefault(static path => !File.Exists(path)) is { } missing)
        {
            throw new NotFoundException($"{missing}: no such file; ready claims are in experiments/claims/");
        }

        var readings = paths.Select(ClaimReader.Read).ToArray();
        var findings = readings.SelectMany(static reading => reading.Findings).ToArray();
        return findings.Length == 0 ? [.. readings.SelectMany(static reading => reading.Claims)] : throw new InvalidSpecificationException(findings);
    }
}
