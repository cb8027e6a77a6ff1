using Ledger.Store.Contract;
using MediatR;

namespace Ledger.Application.Copying;

/// <summary>Makes this ledger equal to another one: the same events at the same positions, its blobs and notes on cached states.</summary>
/// <param name="From">What is copied; checked as it is read.</param>
/// <param name="Progress">Told the share done, 0 to 1.</param>
public sealed record CopyLedger(ILedgerStore From, IProgress<double>? Progress = null) : IRequest<CopyReport>;
