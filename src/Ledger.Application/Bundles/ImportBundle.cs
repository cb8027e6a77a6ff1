using Ledger.Application.Sealing;
using Ledger.Store.Contract;
using MediatR;

namespace Ledger.Application.Bundles;

/// <summary>Takes what a bundle holds into this ledger; it is verified first, and taking it in again changes nothing.</summary>
/// <param name="Bundle">The open bundle.</param>
/// <param name="Trust">True to answer from what it holds before it was computed here.</param>
/// <param name="Key">The key that must have sealed it, or null for any or none.</param>
/// <param name="Progress">Told the share of the verification done.</param>
public sealed record ImportBundle(ILedgerStore Bundle, bool Trust = false, TrustedKey? Key = null, IProgress<double>? Progress = null) : IRequest<ImportReport>;
