using MediatR;

namespace Ledger.Application.Bundles;

/// <summary>Writes runs and all that is behind them into one file that stands alone.</summary>
/// <param name="Runs">Addresses of runs of this ledger; all runs if there are none.</param>
/// <param name="Path">The file to write.</param>
/// <param name="WithStates">True to take cached states along.</param>
/// <param name="Overwrite">True to replace a file that is there.</param>
public sealed record ExportRuns(IReadOnlyList<string> Runs, string Path, bool WithStates = false, bool Overwrite = false) : IRequest<ExportReport>;
