using Ledger.Arithmetic.Operations;

namespace Ledger.Arithmetic.Fast.Convolutions;

/// <summary>
/// Some samples' x and dy as the tiles of a weight gradient read them: in place, or, where channels are many and positions few, each tile's
/// channels side by side [tile, sample, position, channel], because lines that lie kilobytes apart push each other out of the caches.
/// </summary>
internal readonly unsafe struct WeightSources
{
    private readonly float* _x, _dy;
    private readonly int _xPositions, _dyPositions, _inputs, _outputs, _samples;
    private readonly bool _isPacked;

    /// <summary>The samples from <paramref name="start"/> on, packed into <paramref name="room"/> unless that is null.</summary>
    public WeightSources(in WeightSums sums, int start, int samples, int lanes, float* room)
    {
        var shape = sums.Shape;
        (_xPositions, _dyPositions, _inputs, _outputs, _samples) = (shape.InputPositions, shape.OutputPositions, shape.Inputs, shape.Outputs, samples);
        _x = sums.X + (nint)start * _xPositions * _inputs;
        _dy = sums.Dy + (nint)start * _dyPositions * _outputs;
        _isPacked = room != null;
        if (_isPacked)
        {
            for (var (n, input) = (0, 0); input < _inputs; n++)
            {
                var rows = TileHeight.At(n, _inputs, sums.Tallest).Rows;
                Pack(_x + input, _inputs, rows, rows, samples * _xPositions, room + (nint)input * samples * _xPositions);
                input += rows;
            }

            var panels = room + (nint)_inputs * samples * _xPositions;
            for (var output = 0; output < _outputs; output += 2 * lanes)
            {
                var columns = Math.Min(2 * lanes, _outputs - output);
                Pack(_dy + output, _outputs, columns, columns > lanes ? 2 * lanes : lanes, samples * _dyPositions, panels + (nint)output * samples * _dyPositions);
            }

            _x = room;
            _dy = panels;
        }
    }

    /// <summary>Elements of a thread's room, whole cache lines; the last panel may be read beyond its end.</summary>
    public static nint RoomSize(in WeightSums sums, int lanes)
    {
        var (x, dy) = ((nint)sums.Shape.InputPositions * sums.Shape.Inputs, (nint)sums.Shape.OutputPositions * ((sums.Shape.Outputs + lanes - 1) / lanes * lanes));
        return (sums.Chunk * (x + dy) + 2 * lanes + 15) & ~(nint)15;
    }

    /// <summary>From a position's channels to the next one's, in x and in dy.</summary>
    public (int X, int Dy) Steps(in WeightRun run) => _isPacked ? (run.Rows, run.Width) : (_inputs, _outputs);

    /// <summary>The run's channels at the first position of the first sample.</summary>
    public float* X(in WeightRun run) => _x + (_isPacked ? (nint)run.Input * _samples * _xPositions : run.Input);

    /// <inheritdoc cref="X"/>
    public float* Dy(in WeightRun run) => _dy + (_isPacked ? (nint)run.Output * _samples * _dyPositions : run.Output);

    private static void Pack(float* source, int sourceRow, int columns, int width, int rows, float* target)
    {
        for (var row = 0; row < rows; row++)
        {
            new ReadOnlySpan<float>(source, columns).CopyTo(new Span<float>(target, columns));
            source += sourceRow;
            target += width;
        }
    }
}
