namespace Ledger.Tickets.Counting;

/// <summary>How many weights a pruning removes.</summary>
public interface ICountRule
{
    /// <summary>Versioned name, part of every key that uses it.</summary>
    string Name { get; }

    /// <summary>Weights to remove of <paramref name="kept"/>; exact decimal arithmetic.</summary>
    int ToPrune(decimal fraction, int kept);
}
