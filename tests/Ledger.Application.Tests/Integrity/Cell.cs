namespace Ledger.Application.Tests.Integrity;

/// <summary>One stored value.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Column">Its column.</param>
/// <param name="Row">The condition that finds its row.</param>
/// <param name="Type">What the column holds.</param>
/// <param name="Bytes">The value's bytes: UTF-8 of a text, those of a number, the first most significant.</param>
public sealed record Cell(string Table, string Column, string Row, CellType Type, byte[] Bytes)
{
    /// <summary>Table and column.</summary>
    public string Name => $"{Table}.{Column}";
}

/// <summary>What a column holds.</summary>
public enum CellType
{
    /// <summary>Text, also JSON.</summary>
    Text,

    /// <summary>Bytes.</summary>
    Blob,

    /// <summary>An integer.</summary>
    Number,
}
