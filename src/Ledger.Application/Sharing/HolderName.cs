using System.Security.Cryptography;

namespace Ledger.Application.Sharing;

/// <summary>Who holds a lease.</summary>
internal static class HolderName
{
    private const int RandomDigits = 8;

    /// <summary>Host, process and a random number, new for each lease: two jobs of one process are two holders.</summary>
    public static string New() => $"{Environment.MachineName}/{Environment.ProcessId}/{RandomNumberGenerator.GetHexString(RandomDigits, lowercase: true)}";
}
