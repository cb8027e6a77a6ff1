using Ledger.Application.Rebuilds.Forms;
using Ledger.Events.Hashing;
using Ledger.Events.Specification;
using Ledger.Training.Networks;

namespace Ledger.Application.Rebuilds;

/// <summary>What stands beside a rebuilt file in <c>ticket.json</c>: where it comes from and how to read it; never part of its digest.</summary>
/// <param name="Format"><c>ledger-ticket/1</c>.</param>
/// <param name="File">The digest in the ledger: the file's, if it is written as recorded.</param>
/// <param name="Form">How the file is written.</param>
/// <param name="Written">The SHA-256 of the file beside it where it is written in another form than recorded, else null.</param>
/// <param name="Kind">State, mask or ticket.</param>
/// <param name="Arithmetic">The name of the arithmetic.</param>
/// <param name="Run">The run's digest.</param>
/// <param name="Replicate">Which replicate.</param>
/// <param name="Round">Which round.</param>
/// <param name="State">The state's digest.</param>
/// <param name="Mask">The mask's digest, or null for the dense network.</param>
/// <param name="Network">Layer by layer.</param>
/// <param name="Tensors">How each weight is laid out here and in PyTorch.</param>
/// <param name="Preparation">How samples become inputs.</param>
/// <param name="Specification">The experiment.</param>
public sealed record TicketProvenance(
    string Format,
    Digest File,
    FileForm Form,
    Digest? Written,
    RebuiltKind Kind,
    string Arithmetic,
    Digest Run,
    int Replicate,
    int Round,
    Digest? State,
    Digest? Mask,
    NetworkDescription Network,
    IReadOnlyList<TensorLayout> Tensors,
    string Preparation,
    ExperimentSpecification Specification);
