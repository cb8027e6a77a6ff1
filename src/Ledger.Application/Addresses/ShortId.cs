using Ledger.Events.Hashing;

namespace Ledger.Application.Addresses;

/// <summary>The form of an id that tables print and addresses take.</summary>
public static class ShortId
{
    /// <summary>Characters printed.</summary>
    public const int Length = 8;

    /// <summary>The fewest characters that an address takes.</summary>
    public const int Fewest = 4;

    /// <summary>The first eight base32 characters: the beginning of what follows the hyphen in a stream's name.</summary>
    public static string Of(Digest digest) => digest.ToBase32()[..Length];
}
