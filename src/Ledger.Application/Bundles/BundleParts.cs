namespace Ledger.Application.Bundles;

/// <summary>The names of a bundle's parts.</summary>
public static class BundleParts
{
    /// <summary>What it holds: <see cref="BundleManifest"/> in canonical JSON.</summary>
    public const string Manifest = "manifest";

    /// <summary>The signed checkpoint and its public key, in canonical JSON; absent if no seal covers the events.</summary>
    public const string Seal = "seal";

    /// <summary>That the events stand at their positions under the seal's root, in canonical JSON; absent with the seal.</summary>
    public const string Coverage = "coverage";
}
