using Ledger.Application.Materials;
using Ledger.Events.Hashing;

namespace Ledger.Application.Rebuilds.Compact;

/// <summary>A ticket as its seed and its mask: what is done from the seed on, and the masks that stand in for the trainings behind them.</summary>
/// <param name="Provenance">What stands beside the file that comes out.</param>
/// <param name="Steps">What to do, in order; the first draws the initial weights from the seed.</param>
/// <param name="Masks">The masks' files, by digest, in file order.</param>
public sealed record CompactTicket(TicketProvenance Provenance, IReadOnlyList<PlannedDerivation> Steps, IReadOnlyList<(Digest Digest, byte[] File)> Masks);
