namespace Ledger.Arithmetic.Tensors;

/// <summary>A row-major binary32 tensor that lives on a device: a view into device memory.</summary>
/// <param name="Memory">Whose elements these are.</param>
/// <param name="Offset">First element, counted in elements from the start of the memory.</param>
/// <param name="Shape">Extents.</param>
public sealed record Tensor(DeviceMemory Memory, int Offset, Shape Shape)
{
    /// <summary>Number of elements.</summary>
    public int Size => Shape.Size;

    /// <summary>The <paramref name="shape"/> that starts <paramref name="offset"/> elements into this tensor; shares its memory.</summary>
    public Tensor View(int offset, Shape shape)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset + shape.Size, Size);
        return new Tensor(Memory, Offset + offset, shape);
    }

    /// <summary>The first <paramref name="rows"/> rows of a matrix; shares its memory.</summary>
    public Tensor FirstRows(int rows) => View(0, new Shape(rows, Shape.Columns));
}
