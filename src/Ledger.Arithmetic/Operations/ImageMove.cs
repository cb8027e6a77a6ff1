using Ledger.Arithmetic.Random;

namespace Ledger.Arithmetic.Operations;

/// <summary>How one sample of a batch is moved and reflected.</summary>
/// <param name="IsReflected">Mirrored, left to right.</param>
/// <param name="Rows">Rows that it is moved by.</param>
/// <param name="Columns">Columns that it is moved by.</param>
internal readonly record struct ImageMove(bool IsReflected, int Rows, int Columns)
{
    /// <summary>The move of sample <paramref name="b"/> of the batch at a step; none where nothing is drawn.</summary>
    public static ImageMove Draw(ImagePreparation images, uint step, uint b)
    {
        if (!images.Reflect && images.Shift == 0)
        {
            return default;
        }

        var words = new PhiloxStream(images.Seed, Purpose.Augmentation, layer: 0, step);
        return new ImageMove(
            images.Reflect && words.Word(4 * b) >> 31 != 0,
            Shift(words.Word((4 * b) + 1), images.Shift),
            Shift(words.Word((4 * b) + 2), images.Shift));
    }

    private static int Shift(uint word, int shift) => (int)(word * (ulong)((2 * shift) + 1) >> 32) - shift;
}
