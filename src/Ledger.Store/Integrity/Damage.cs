using Ledger.Store.Contract;

namespace Ledger.Store.Integrity;

/// <summary>Damage that stops one part of a check is a finding, and the other parts still run.</summary>
internal static class Damage
{
    /// <summary>The finding that tells of damage.</summary>
    public static IntegrityFinding Found(string what) => new(IntegrityKind.StoreDamaged, what);

    /// <summary>The findings of a part; if damage stops it, that is the last of them.</summary>
    public static async IAsyncEnumerable<IntegrityFinding> AsFinding(IAsyncEnumerable<IntegrityFinding> part)
    {
        var findings = part.GetAsyncEnumerator();
        await using var _ = findings.ConfigureAwait(false);
        string? damage = null;
        while (damage is null && await Next().ConfigureAwait(false))
        {
            yield return findings.Current;
        }

        if (damage is not null)
        {
            yield return Found(damage);
        }

        async Task<bool> Next()
        {
            try
            {
                return await findings.MoveNextAsync().ConfigureAwait(false);
            }
            catch (CorruptLedgerException exception)
            {
                damage = exception.Message;
                return false;
            }
        }
    }
}
