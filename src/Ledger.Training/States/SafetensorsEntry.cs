namespace Ledger.Training.States;

/// <summary>One tensor of a safetensors file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type"><c>F32</c> or <c>U8</c>.</param>
/// <param name="Shape">Extents.</param>
/// <param name="Data">Elements, little-endian, row-major.</param>
public sealed record SafetensorsEntry(string Name, string Type, IReadOnlyList<int> Shape, ReadOnlyMemory<byte> Data);
