using Ledger.Events.Hashing;

namespace Ledger.Cli.Answers;

/// <summary>A ticket that was written as its seed and mask.</summary>
/// <param name="File">Its path.</param>
/// <param name="Digest">The ticket's digest.</param>
/// <param name="Bytes">The file's length.</param>
/// <param name="DenseBytes">The length of the dense file.</param>
public sealed record CompactAnswer(string File, Digest Digest, long Bytes, long DenseBytes);
