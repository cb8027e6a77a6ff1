using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Ledger.Events.Canonical;
using Ledger.Events.Hashing;

namespace Ledger.Application.History;

/// <summary>When and where an attempt works: metadata, never part of a key.</summary>
/// <param name="Began">UTC, ISO 8601.</param>
/// <param name="Host">A salted hash of the host's name: tells hosts apart within an attempt's metadata, names none.</param>
/// <param name="Salt">The salt.</param>
/// <param name="Device">What computes.</param>
/// <param name="Processor">Architecture.</param>
/// <param name="Cores">Processors the process may use.</param>
/// <param name="System">Operating system.</param>
/// <param name="Runtime">.NET version.</param>
/// <param name="Version">Version of ledger.</param>
public sealed record EnvironmentReport(string Began, string Host, string Salt, string Device, string Processor, int Cores, string System, string Runtime, string Version)
{
    /// <summary>The environment of this process.</summary>
    public static EnvironmentReport Now(TimeProvider clock, string device)
    {
        var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        return new EnvironmentReport(
            clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ"),
            Digest.Of(Encoding.UTF8.GetBytes(salt + Environment.MachineName)).ToShortString(),
            salt,
            device,
            RuntimeInformation.ProcessArchitecture.ToString(),
            Environment.ProcessorCount,
            RuntimeInformation.OSDescription,
            RuntimeInformation.FrameworkDescription,
            ProductVersion.Current);
    }

    /// <summary>Canonical bytes.</summary>
    public byte[] ToBytes() => CanonicalJson.Serialize(this);
}
