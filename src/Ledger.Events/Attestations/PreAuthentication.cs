using System.Globalization;
using System.Text;

namespace Ledger.Events.Attestations;

/// <summary>What a DSSE signature is made over (DSSE v1, PAE): type and content with their lengths, so that neither can be read as the other.</summary>
public static class PreAuthentication
{
    /// <summary><c>DSSEv1 LENGTH type LENGTH content</c>; lengths in bytes, decimal.</summary>
    public static byte[] Encode(string type, ReadOnlySpan<byte> content)
    {
        var beginning = string.Create(CultureInfo.InvariantCulture, $"DSSEv1 {Encoding.UTF8.GetByteCount(type)} {type} {content.Length} ");
        return [.. Encoding.UTF8.GetBytes(beginning), .. content];
    }
}
