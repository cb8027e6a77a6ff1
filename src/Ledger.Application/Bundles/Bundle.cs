using System.Globalization;
using System.Text.Json;
using Ledger.Events.Canonical;
using Ledger.Events.Merkle;
using Ledger.Events.Proofs;
using Ledger.Events.Seals;
using Ledger.Store.Contract;
using Ledger.Store.Sqlite;

namespace Ledger.Application.Bundles;

/// <summary>A bundle's parts, read.</summary>
/// <param name="Manifest">What it says it holds.</param>
/// <param name="Seal">The seal, or null if none covers it.</param>
/// <param name="Coverage">That its events stand under the seal's root; null with the seal.</param>
public sealed record Bundle(BundleManifest Manifest, Seal? Seal, CoverageProof? Coverage)
{
    private static readonly string[] Known = [BundleParts.Manifest, BundleParts.Seal, BundleParts.Coverage];

    /// <summary>The parts of a ledger that is a bundle, null for any other.</summary>
    /// <exception cref="CorruptLedgerException">A part is missing, unknown, or not in its one form.</exception>
    /// <exception cref="NewerLedgerException">A newer version wrote it.</exception>
    public static Bundle? Of(ILedgerStore store) => SqliteBundle.PartsOf(store) is { } parts ? Read(store.Location, parts) : null;

    private static Bundle Read(string location, IReadOnlyDictionary<string, byte[]> parts)
    {
        if (parts.Keys.FirstOrDefault(static name => !Known.Contains(name)) is { } unknown)
        {
            throw Wrong(location, unknown, "no bundle has such a part");
        }

        var manifest = Part<BundleManifest>(location, parts, BundleParts.Manifest) ?? throw Wrong(location, BundleParts.Manifest, "it is missing");
        if (manifest.Format != BundleManifest.Form)
        {
            throw IsLater(manifest.Format)
                ? new NewerLedgerException($"{location} is a {manifest.Format}, this version of ledger reads {BundleManifest.Form}: use the version that wrote it, or a later one")
                : Wrong(location, BundleParts.Manifest, $"its format is '{manifest.Format}'");
        }

        var (seal, coverage) = (Part<SealText>(location, parts, BundleParts.Seal), Part<CoverageProof>(location, parts, BundleParts.Coverage));
        return seal is null == coverage is null
            ? new Bundle(manifest, seal is null ? null : ToSeal(location, seal), coverage)
            : throw Wrong(location, seal is null ? BundleParts.Seal : BundleParts.Coverage, "it is missing, and the other one is here");
    }

    private static bool IsLater(string format) =>
        format.StartsWith(BundleManifest.Family, StringComparison.Ordinal) && int.TryParse(format.AsSpan(BundleManifest.Family.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 1;

    private static Seal ToSeal(string location, SealText text)
    {
        try
        {
            return text.ToSeal();
        }
        catch (FormatException exception)
        {
            throw Wrong(location, BundleParts.Seal, exception.Message);
        }
    }

    private static T? Part<T>(string location, IReadOnlyDictionary<string, byte[]> parts, string name)
        where T : class
    {
        if (!parts.TryGetValue(name, out var bytes))
        {
            return null;
        }

        try
        {
            var part = CanonicalJson.Deserialize<T>(bytes);
            return CanonicalJson.Serialize(part).AsSpan().SequenceEqual(bytes) ? part : throw Wrong(location, name, "it is not in canonical form");
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            throw Wrong(location, name, exception.Message);
        }
    }

    private static CorruptLedgerException Wrong(string location, string part, string problem) =>
        new($"{location}, part '{part}' of the bundle: {problem}: it was altered, ask for it again");
}
