namespace Ledger.Arithmetic.Tensors;

/// <summary>A row-major binary32 tensor that lives on a device: a view into device memory.</summary>
/// <param name="Memory">Whose elements these are.</param>
/// <param name="Offset">First element, counted in elements from the start of the memory.</param>
/// <param name="Shape">Extents.</param>
/// <param name="Name">What it holds, for messages and comparisons: <c>fc1.weight.gradient</c>.</param>
public sealed record Tensor(DeviceMemory Memory, int Offset, Shape Shape, string Name = "")
{
    /// <summary>Number of elements.</summary>
    public int Size => Shape.Size;

    /// <summary>The <paramref name="shape"/> that starts <paramref name="offset"/> elements into this tensor; shares its memory.</summary>
    public Tensor View(int offset, Shape shape, string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset + shape.Size, Size);
        return new Tensor(Memory, Offset + offset, shape, name ?? Name);
    }

    /// <summary>The first <paramref name="rows"/> rows, all other extents as they are; shares its memory.</summary>
    public Tensor FirstRows(int rows) => View(0, Shape.WithRows(rows));

    /// <summary>The same elements with other extents; shares its memory.</summary>
    public Tensor As(Shape shape)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(shape.Size, Size);
        return View(0, shape);
    }
}
