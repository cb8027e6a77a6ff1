using Ledger.Cli.Screens;
using Ledger.Training.Networks;

namespace Ledger.Cli.Showing;

/// <summary>What a network takes under a mask, in words.</summary>
internal static class AccountText
{
    private const int BitsOfByte = 8;

    /// <summary>FLOPs of a sample's forward pass.</summary>
    public static string Flops(NetworkAccount account) => $"{Numbers.Count(account.Flops)} FLOPs a sample, {Numbers.Percent(account.FlopRatio)} of the dense network's";

    /// <summary>Parameters and their size.</summary>
    public static string Parameters(NetworkAccount account) =>
        $"{Numbers.Count(account.KeptParameters)} of {Numbers.Count(account.Parameters)} parameters, {Numbers.Count(account.Bits / BitsOfByte)} of {Numbers.Count(account.DenseBits / BitsOfByte)} bytes";
}
