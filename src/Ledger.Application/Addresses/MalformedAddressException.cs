namespace Ledger.Application.Addresses;

/// <summary>A text is no address: exit code 2.</summary>
/// <param name="address">The text.</param>
/// <param name="character">Where it goes wrong, from 1.</param>
/// <param name="problem">What is wrong there and what was wanted.</param>
public sealed class MalformedAddressException(string address, int character, string problem)
    : Exception($"address '{address}', character {character}: {problem}");
