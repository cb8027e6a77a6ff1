using Ledger.Store.Contract;

namespace Ledger.Store.Integrity;

/// <summary>Kinds of blobs as stores spell them.</summary>
internal static class BlobKindText
{
    /// <summary>The text of a kind.</summary>
    public static string Of(BlobKind kind) => kind == BlobKind.Mask ? "mask" : "state";

    /// <summary>The kind of a text, or null if no kind is spelt so.</summary>
    public static BlobKind? Parse(string text) => text switch
    {
        "mask" => BlobKind.Mask,
        "state" => BlobKind.State,
        _ => null,
    };
}
