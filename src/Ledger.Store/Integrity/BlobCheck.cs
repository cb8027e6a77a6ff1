using Ledger.Events.Hashing;
using Ledger.Store.Contract;

namespace Ledger.Store.Integrity;

/// <summary>Every blob has the digest that it is stored under, and every mask that events name is here.</summary>
internal sealed class BlobCheck(NamedMasks masks)
{
    private readonly Dictionary<Digest, BlobKind> _held = [];

    /// <summary>Looks at the next blob.</summary>
    public IEnumerable<IntegrityFinding> Next(BlobRow row)
    {
        Digest? digest = row.Name.Length == Digest.Length ? new Digest(row.Name) : null;
        var kind = BlobKindText.Parse(row.Kind);
        if (digest is { } here && masks.Masks.ContainsKey(here))
        {
            _held[here] = kind ?? BlobKind.State;
        }

        if (digest != row.Found)
        {
            yield return Altered(row, digest);
        }

        if (kind is null)
        {
            yield return new IntegrityFinding(IntegrityKind.BlobAltered, $"the blob {row.Found} is of kind '{row.Kind}', which is neither mask nor state", Blob: digest);
        }
    }

    /// <summary>What is wrong with masks that events name.</summary>
    public IEnumerable<IntegrityFinding> Named() => masks.Masks.Keys
        .Select(mask => masks.Held(mask, _held.TryGetValue(mask, out var kind) ? kind : null))
        .OfType<IntegrityFinding>();

    private IntegrityFinding Altered(BlobRow row, Digest? digest)
    {
        var namedBy = digest is { } named ? masks.Masks.GetValueOrDefault(named) : null;
        var naming = namedBy is null ? "" : $", named by {Place.Of(namedBy)},";
        return new IntegrityFinding(
            IntegrityKind.BlobAltered,
            $"the {row.Kind} blob {Convert.ToHexStringLower(row.Name)}{naming} holds content of digest {row.Found}",
            namedBy?.Stream,
            namedBy?.Version,
            namedBy?.Position,
            digest);
    }
}
