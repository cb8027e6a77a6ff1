namespace Ledger.Arithmetic.Random;

/// <summary>Four words: a Philox counter, or the output that belongs to it.</summary>
/// <param name="Word0">Counter: index div 4.</param>
/// <param name="Word1">Counter: step or epoch.</param>
/// <param name="Word2">Counter: layer.</param>
/// <param name="Word3">Counter: purpose.</param>
public readonly record struct PhiloxBlock(uint Word0, uint Word1, uint Word2, uint Word3)
{
    /// <summary>Word <paramref name="position"/> mod 4.</summary>
    public uint this[uint position] => (position & 3) switch { 0 => Word0, 1 => Word1, 2 => Word2, _ => Word3 };
}
