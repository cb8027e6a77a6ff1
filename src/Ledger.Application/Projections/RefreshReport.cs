namespace Ledger.Application.Projections;

/// <summary>What making the read models anew came to.</summary>
/// <param name="Location">The ledger.</param>
/// <param name="Models">The models that it keeps now.</param>
public sealed record RefreshReport(string Location, IReadOnlyList<RefreshedModel> Models);
