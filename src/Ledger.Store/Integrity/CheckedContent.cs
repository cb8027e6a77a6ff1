using Ledger.Events.Hashing;
using Ledger.Store.Contract;

namespace Ledger.Store.Integrity;

/// <summary>A blob as it is given out: never with another digest than the one it was asked for by.</summary>
internal static class CheckedContent
{
    /// <summary>The content of a blob, or null if there is none.</summary>
    /// <param name="content">As it is stored.</param>
    /// <param name="digest">Under which it is stored.</param>
    /// <param name="location">Where, for the message.</param>
    /// <exception cref="CorruptLedgerException">It has another digest.</exception>
    public static byte[]? Of(byte[]? content, Digest digest, string location) =>
        content is null || Digest.Of(content) == digest
            ? content
            : throw new CorruptLedgerException($"{location}: the blob {digest} holds content of digest {Digest.Of(content)}; run `ledger verify`");
}
