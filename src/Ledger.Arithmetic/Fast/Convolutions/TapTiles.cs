using System.Runtime.CompilerServices;

namespace Ledger.Arithmetic.Fast.Convolutions;

/// <summary>The tiles of one panel over one sample, or over one group of them.</summary>
/// <typeparam name="T">The lanes of the panel.</typeparam>
internal unsafe ref struct TapTiles<T>
    where T : struct, ILanes<T>
{
    private readonly TapProduct* _product;
    private readonly float* _source, _target, _panel;
    private readonly int _tallest, _columns, _samples;
    private readonly nint _position;
    private float* _edge;
    private Tile _tile;

    private TapTiles(TapProduct* product, int tallest, int sample, int channel)
    {
        _product = product;
        _tallest = tallest;
        _columns = Math.Min(T.Count, product->TargetChannels - channel);
        _samples = Math.Min(SampleGroups.Width, product->Samples - sample);
        _source = product->Source + (nint)sample * product->SourcePositions * product->SourceChannels;
        _target = product->Target + (nint)sample * product->TargetPositions * product->TargetChannels + channel;
        _panel = product->Panels + (nint)product->Kernel * product->Kernel * product->SourceChannels * channel;

        // From one channel, and from one position, of the source to the next.
        _tile = new Tile { AStep = product->IsGrouped ? SampleGroups.Width : 1, BStep = T.Count };
        _position = product->SourceChannels * _tile.AStep;
    }

    /// <summary>Computes the channels of the panel that starts at <paramref name="channel"/>, for all positions.</summary>
    [SkipLocalsInit]
    public static void Run(TapProduct* product, int tallest, int sample, int channel)
    {
        var room = stackalloc float[Tile.MaximumRows * T.Count + 16];
        var tiles = new TapTiles<T>(product, tallest, sample, channel) { _edge = (float*)(((nint)room + 63) & ~(nint)63) };
        for (var r = 0; r < product->RowRunCount; r++)
        {
            for (var c = 0; c < product->ColumnRunCount; c++)
            {
                tiles.Rectangle(product->RowRuns[r], product->ColumnRuns[c]);
            }
        }
    }

    // The positions of two runs see the same taps.
    private void Rectangle(in TapRun rows, in TapRun columns)
    {
        Chain(rows, columns);
        var (down, right) = (_product->SourceStep * _product->SourceColumns * _position, _product->SourceStep * _position);
        var (targetDown, targetRight) = ((nint)_product->TargetStep * _product->TargetColumns * _product->TargetChannels, (nint)_product->TargetStep * _product->TargetChannels);
        var source = _source + (rows.Source * _product->SourceColumns + columns.Source) * _position;
        var target = _target + (rows.Target * _product->TargetColumns + columns.Target) * _product->TargetChannels;
        if (_product->IsGrouped)
        {
            (_tile.ARow, _tile.CRow) = (1, (nint)_product->TargetPositions * _product->TargetChannels);
            for (var n = 0; n < rows.Count * columns.Count; n++)
            {
                var (r, c) = (n / columns.Count, n % columns.Count);
                Column(source + r * down + c * right, target + r * targetDown + c * targetRight, _samples);
            }

            return;
        }

        // Tiles go along the longer run.
        var isWide = columns.Count >= rows.Count;
        (_tile.ARow, _tile.CRow) = isWide ? (right, targetRight) : (down, targetDown);
        var (step, targetStep) = isWide ? (down, targetDown) : (right, targetRight);
        for (var n = 0; n < Math.Min(rows.Count, columns.Count); n++)
        {
            Column(source + n * step, target + n * targetStep, Math.Max(rows.Count, columns.Count));
        }
    }

    // The segments of the chain: where taps of a row follow each other in both memories, they are one segment.
    private void Chain(in TapRun rows, in TapRun columns)
    {
        var channels = _product->SourceChannels;
        var (tap, tapRow) = ((nint)channels * T.Count, (nint)_product->Kernel * channels * T.Count);
        var isContiguous = _product->TapStep == 1 && _product->TapSourceStep == 1;
        _tile.Depth = isContiguous ? columns.Taps * channels : channels;
        _tile.Inner = isContiguous ? 1 : columns.Taps;
        _tile.Outer = rows.Taps;
        _tile.AInner = isContiguous ? 0 : _product->TapSourceStep * _position - _tile.Depth * _tile.AStep;
        _tile.BInner = isContiguous ? 0 : (_product->TapStep - 1) * tap;
        _tile.AOuter = _product->TapSourceStep * _product->SourceColumns * _position - _tile.Inner * (_tile.Depth * _tile.AStep + _tile.AInner);
        _tile.BOuter = _product->TapStep * tapRow - _tile.Inner * (_tile.Depth * T.Count + _tile.BInner);
        _tile.B = _panel + rows.Tap * tapRow + columns.Tap * tap;
    }

    private void Column(float* source, float* target, int count)
    {
        var row = _tile.CRow;
        for (int rows; count > 0; count -= rows)
        {
            rows = TileHeight.Next(count, _tallest);
            _tile.A = source;
            _tile.C = target;
            if (_columns == T.Count)
            {
                TileKernels<T>.Run(rows, _tile);
            }
            else
            {
                Edge(rows);
            }

            source += rows * _tile.ARow;
            target += rows * row;
        }
    }

    // The last channels: whole vectors are computed, and the target's part of them is kept.
    private void Edge(int rows)
    {
        var target = _tile.C;
        var row = _tile.CRow;
        _tile.C = _edge;
        _tile.CRow = T.Count;
        TileKernels<T>.Run(rows, _tile);
        _tile.CRow = row;
        for (var r = 0; r < rows; r++)
        {
            new ReadOnlySpan<float>(_edge + r * T.Count, _columns).CopyTo(new Span<float>(target + r * row, _columns));
        }
    }
}
