using Ledger.Application.Rebuilds;
using Ledger.Application.Rebuilds.Forms;
using Ledger.Events.Hashing;

namespace Ledger.Cli.Answers;

/// <summary>A file that was rebuilt.</summary>
/// <param name="File">Its path.</param>
/// <param name="Digest">The digest in the ledger.</param>
/// <param name="Form">How the file is written.</param>
/// <param name="Written">The file's SHA-256 if it is written in another form than recorded.</param>
/// <param name="Kind">State, mask or ticket.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Computed">Derivations that were computed again.</param>
/// <param name="Steps">Training steps among them.</param>
public sealed record RebuiltAnswer(string File, Digest Digest, FileForm Form, Digest? Written, RebuiltKind Kind, long Bytes, int Computed, int Steps);
