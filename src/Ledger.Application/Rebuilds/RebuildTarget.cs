using Ledger.Events.Hashing;
using Ledger.Events.Specification;
using Ledger.Training.Networks;

namespace Ledger.Application.Rebuilds;

/// <summary>What is to be rebuilt: a file that bears a digest.</summary>
/// <param name="Kind">State, mask or ticket.</param>
/// <param name="Network">Whose weights.</param>
/// <param name="File">The digest the file must have.</param>
/// <param name="State">The state behind a state or a ticket.</param>
/// <param name="Mask">The mask behind a mask or a ticket; null for the dense network.</param>
/// <param name="Data">What to train on where a training must be done again.</param>
public sealed record RebuildTarget(RebuiltKind Kind, NetworkDescription Network, Digest File, Digest? State, Digest? Mask, DataSpecification Data)
{
    /// <summary>The blobs it is made of.</summary>
    public IEnumerable<Digest> Parts => new[] { Mask, State }.OfType<Digest>();
}
