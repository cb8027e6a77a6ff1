using Ledger.Store.Contract;

namespace Ledger.Application.Tests.Integrity;

/// <summary>A ledger and the means to change any value in it, as its owner could.</summary>
public interface IColumnEditor : IDisposable
{
    /// <summary>True if a server answers readers, who may stay while values change.</summary>
    bool IsServed { get; }

    /// <summary>Opens the ledger; with <see cref="OpenMode.Create"/> it is made.</summary>
    ILedgerStore Open(OpenMode mode);

    /// <summary>Every value that is stored.</summary>
    IReadOnlyList<Cell> Read();

    /// <summary>Puts other bytes in place of a value; false if the database does not take them.</summary>
    bool TryChange(Cell cell, byte[] bytes);

    /// <summary>Undoes the change.</summary>
    void Restore();
}
