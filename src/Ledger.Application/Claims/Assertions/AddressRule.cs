using Ledger.Application.Addresses;

namespace Ledger.Application.Claims.Assertions;

/// <summary>Addresses within assertions.</summary>
internal static class AddressRule
{
    /// <summary>What is wrong with the address of a run or round.</summary>
    public static IEnumerable<(string Key, string Message)> Mistakes(string key, string? address)
    {
        try
        {
            _ = address is null ? null : Address.ParseRound(address);
            return [];
        }
        catch (MalformedAddressException exception)
        {
            return [(key, exception.Message)];
        }
    }

    /// <summary>What is wrong where one of two keys is wanted and a claim over replicates is not.</summary>
    public static IEnumerable<(string Key, string Message)> OneOf(string first, bool hasFirst, string second, bool hasSecond, int? replicates)
    {
        if (hasFirst == hasSecond)
        {
            yield return ("", $"wants one of {first} and {second}");
        }

        if (replicates is not null)
        {
            yield return ("", "speaks of one run: name a replicate in 'of', for example quick.0, and leave out 'replicates'");
        }
    }
}
