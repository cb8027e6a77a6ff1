using System.Runtime.CompilerServices;

namespace Ledger.Arithmetic.Fast.Convolutions;

/// <summary>
/// The weights in panels as wide as a tile, each in the order of the chains: [panel, tap, summed channel, lane]. The last panel is one
/// vector wide if that holds its channels; lanes beyond them are +0.
/// </summary>
internal unsafe struct WeightPanels
{
    private float* _weights, _panels;
    private int _taps, _summed, _channels, _lanes;
    private bool _isTransposed;

    /// <summary>Elements of all panels.</summary>
    public static nint Size(int taps, int summed, int channels, int lanes) => (nint)taps * summed * ((channels + lanes - 1) / lanes * lanes);

    /// <summary>Panels of w[tap, summed, channel], threads sharing panels and taps; transposed ones of w[tap, channel, summed].</summary>
    public static void Run(ThreadTeam team, float* weights, int taps, int summed, int channels, int lanes, bool isTransposed, float* panels)
    {
        var task = new WeightPanels { _weights = weights, _panels = panels, _taps = taps, _summed = summed, _channels = channels, _lanes = lanes, _isTransposed = isTransposed };
        team.Run(&RunPart, &task);
    }

    private static void RunPart(void* argument, int part, int parts)
    {
        var task = (WeightPanels*)argument;
        var units = (task->_channels + 2 * task->_lanes - 1) / (2 * task->_lanes) * task->_taps;
        var end = (long)units * (part + 1) / parts;
        for (var unit = (int)((long)units * part / parts); unit < end; unit++)
        {
            task->Pack(unit % task->_taps, unit / task->_taps * 2 * task->_lanes);
        }
    }

    private readonly void Pack(int tap, int channel)
    {
        var columns = Math.Min(2 * _lanes, _channels - channel);
        var width = columns > _lanes ? 2 * _lanes : _lanes;
        var target = _panels + (nint)_taps * _summed * channel + (nint)tap * _summed * width;
        var source = _weights + (nint)tap * _summed * _channels + (_isTransposed ? (nint)channel * _summed : channel);
        if (columns < width)
        {
            Unsafe.InitBlock(target, 0, (uint)(_summed * width * sizeof(float)));
        }

        if (_isTransposed)
        {
            Squares.Transpose(source, _summed, columns, _summed, target, width);
            return;
        }

        for (var row = 0; row < _summed; row++)
        {
            Unsafe.CopyBlockUnaligned(target + (nint)row * width, source + (nint)row * _channels, (uint)(columns * sizeof(float)));
        }
    }
}
