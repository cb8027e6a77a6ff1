namespace Ledger.Store.Integrity;

/// <summary>The checks of events against the whole tree.</summary>
internal static class ClosingChecks
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<IClosingCheck> All { get; } = [new SealCheck()];
}
