using Ledger.Arithmetic.Random;

namespace Ledger.Training.Data;

/// <summary>
/// Synthetic images: a prototype is a smooth picture, interpolated between random bytes on a grid of every fourth row and column, and each
/// sample shows it moved by up to <c>shift</c> rows and columns. A prototype is larger than an image by what it may be moved.
/// </summary>
/// <param name="Extents">Rows, columns and channels of an image.</param>
/// <param name="Classes">Number of classes.</param>
/// <param name="Noise">Largest move of a byte, 0–255.</param>
/// <param name="Shift">Largest move of the picture in pixels, along rows and along columns.</param>
/// <param name="Seed">The generator's seed.</param>
public sealed record SyntheticImages(ImageExtents Extents, int Classes, int Noise, int Shift, ulong Seed) : SyntheticGenerator(Classes, Noise, Seed)
{
    private const uint PrototypeLayer = 3;
    private const uint ShiftLayer = 4;
    private const int Cell = 4;

    /// <inheritdoc/>
    public override int Features => (int)Extents.Features;

    /// <inheritdoc/>
    public override ImageExtents? Image => Extents;

    private ImageExtents Picture => new(Extents.Rows + (2 * Shift), Extents.Columns + (2 * Shift), Extents.Channels);

    /// <inheritdoc/>
    protected override byte[] Prototype(uint label)
    {
        var words = new PhiloxStream(Seed, Purpose.Synthetic, PrototypeLayer, label);
        var (rows, columns, channels) = Picture;
        var gridColumns = ((columns - 1) / Cell) + 2;
        var picture = new byte[Picture.Features];
        for (var i = 0; i < picture.Length; i++)
        {
            var (row, column, channel) = (i / channels / columns, i / channels % columns, i % channels);
            var (down, right) = (row % Cell, column % Cell);
            var corner = (((row / Cell * gridColumns) + (column / Cell)) * channels) + channel;
            var sum = ((Cell - down) * Line(corner, right)) + (down * Line(corner + (gridColumns * channels), right));
            picture[i] = (byte)((sum + (Cell * Cell / 2)) / (Cell * Cell));
        }

        return picture;

        int Line(int left, int right) => ((Cell - right) * Grid(left)) + (right * Grid(left + channels));
        int Grid(int node) => (int)(words.Word((uint)node) >> 24);
    }

    /// <inheritdoc/>
    protected override void Place(ReadOnlySpan<byte> prototype, uint index, Span<byte> sample)
    {
        var words = new PhiloxStream(Seed, Purpose.Synthetic, ShiftLayer, index);
        var moves = (uint)(2 * Shift) + 1;
        var (down, right) = ((int)(words.Word(0) % moves), (int)(words.Word(1) % moves));
        var (line, pictureLine) = (Extents.Columns * Extents.Channels, Picture.Columns * Extents.Channels);
        for (var row = 0; row < Extents.Rows; row++)
        {
            prototype.Slice(((row + down) * pictureLine) + (right * Extents.Channels), line).CopyTo(sample.Slice(row * line, line));
        }
    }
}
