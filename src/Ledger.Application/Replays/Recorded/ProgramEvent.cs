using Ledger.Events.Recorded;

namespace Ledger.Application.Replays.Recorded;

/// <summary>One event of a run's history, in program order.</summary>
/// <param name="Event">What the run noted.</param>
/// <param name="Place">Stream and version.</param>
/// <param name="Use">Of a derivation used: what is recorded of it.</param>
internal sealed record ProgramEvent(ILedgerEvent Event, string Place, RecordedUse? Use = null);
