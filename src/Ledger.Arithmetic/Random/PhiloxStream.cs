namespace Ledger.Arithmetic.Random;

/// <summary>The random words of one (seed, purpose, layer, step): a function of the index, with no state behind it.</summary>
/// <param name="seed">The Philox key.</param>
/// <param name="purpose">Counter word 3.</param>
/// <param name="layer">Counter word 2.</param>
/// <param name="step">Counter word 1: step or epoch.</param>
public readonly struct PhiloxStream(ulong seed, Purpose purpose, uint layer, uint step)
{
    /// <summary>Word <paramref name="index"/> of the stream.</summary>
    public uint Word(uint index) => Block(index / 4)[index];

    /// <summary>Words 4·<paramref name="number"/> to 4·<paramref name="number"/> + 3.</summary>
    public PhiloxBlock Block(uint number) => Philox4x32.Block(seed, Counter(number));

    /// <summary>The counter of block <paramref name="number"/>.</summary>
    internal PhiloxBlock Counter(uint number) => new(number, step, layer, (uint)purpose);
}
