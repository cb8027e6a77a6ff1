using Ledger.Arithmetic.Operations;

namespace Ledger.Arithmetic.Fast.Gathering;

/// <summary>The images of a batch, shared among threads by samples.</summary>
/// <param name="images">Extents.</param>
/// <param name="samples">Raw bytes of the whole data set.</param>
/// <param name="indices">Which sample each image is.</param>
/// <param name="moves">How each image is moved.</param>
/// <param name="lines">Room for a row of bytes for each thread.</param>
/// <param name="means">Of the channels, repeated; null for none.</param>
/// <param name="deviations">Of the channels, repeated.</param>
/// <param name="target">The batch.</param>
/// <param name="count">Images.</param>
internal readonly unsafe struct ImageBatch(
    ImagePreparation images, byte* samples, int* indices, ImageMove* moves, byte* lines, float* means, float* deviations, float* target, int count)
{
    // The last vector of a row is read whole.
    private const int Slack = 64;

    private readonly int _rows = images.Rows, _columns = images.Columns, _channels = images.Channels, _pad = images.Pad;
    private readonly int _sourceSize = images.SourceSize, _targetSize = images.TargetSize, _lineLength = LineLength(images);
    private readonly int* _indices = indices;
    private readonly ImageMove* _moves = moves;
    private readonly byte* _samples = samples, _lines = lines;
    private readonly float* _means = means, _deviations = deviations, _target = target;

    private int Width => _columns + 2 * _pad;

    /// <summary>Bytes of a thread's row.</summary>
    public static int LineLength(ImagePreparation images) => (images.Columns + 2 * images.Pad) * images.Channels + Slack;

    /// <summary>One part of the samples.</summary>
    public void Run<T>(int part, int parts)
        where T : struct, ILanes<T>
    {
        var line = _lines + part * _lineLength;
        var length = Width * _channels;
        for (var b = (int)((long)count * part / parts); b < (int)((long)count * (part + 1) / parts); b++)
        {
            var (source, target, move) = ((nint)(_samples + (nint)_indices[b] * _sourceSize), (nint)(_target + (nint)b * _targetSize), _moves[b]);
            for (var r = 0; r < _rows + 2 * _pad; r++)
            {
                var row = r + move.Rows - _pad;
                new Span<byte>(line, length).Clear();
                if (row >= 0 && row < _rows)
                {
                    CopyRow((byte*)source + row * _columns * _channels, move, line);
                }

                Convert<T>(line, (float*)target + r * length, length);
            }
        }
    }

    private void CopyRow(byte* source, ImageMove move, byte* line)
    {
        if (move.IsReflected)
        {
            // Target column c shows source column last − c.
            var last = Width - 1 + move.Columns - _pad;
            for (var c = Math.Max(0, last - _columns + 1); c < Math.Min(Width, last + 1); c++)
            {
                CopyPixel(source + (last - c) * _channels, line + c * _channels);
            }
        }
        else
        {
            // Target column c shows source column c + shift.
            var shift = move.Columns - _pad;
            var (first, end) = (Math.Max(0, -shift), Math.Min(Width, _columns - shift));
            var length = Math.Max(0, end - first) * _channels;
            new ReadOnlySpan<byte>(source + (first + shift) * _channels, length).CopyTo(new Span<byte>(line + first * _channels, length));
        }
    }

    private void CopyPixel(byte* source, byte* target)
    {
        for (var channel = 0; channel < _channels; channel++)
        {
            target[channel] = source[channel];
        }
    }

    private void Convert<T>(byte* line, float* target, int length)
        where T : struct, ILanes<T>
    {
        var room = stackalloc float[T.Count];
        var (place, step) = (0, T.Count % _channels);
        var whole = length - length % T.Count;
        for (var i = 0; i < whole; i += T.Count)
        {
            T.Store(Standardized<T>(line + i, place), target + i);
            place += step;
            place -= place >= _channels ? _channels : 0;
        }

        if (whole < length)
        {
            T.Store(Standardized<T>(line + whole, place), room);
            new ReadOnlySpan<float>(room, length - whole).CopyTo(new Span<float>(target + whole, length - whole));
        }
    }

    private T Standardized<T>(byte* bytes, int channel)
        where T : struct, ILanes<T>
    {
        var value = ByteFractions<T>.Load(bytes);
        return _means == null ? value : T.Divide(T.Subtract(value, T.Load(_means + channel)), T.Load(_deviations + channel));
    }
}
