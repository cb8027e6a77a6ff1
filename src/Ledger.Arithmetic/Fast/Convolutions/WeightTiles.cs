using System.Runtime.CompilerServices;

namespace Ledger.Arithmetic.Fast.Convolutions;

/// <summary>Adds some samples to the sums of a run of taps: all taps of one sample, while its channels are in the cache, then the next.</summary>
internal readonly unsafe ref struct WeightTiles(in WeightSums sums, in WeightRun run, float* target, int start, int count, bool isFirst)
{
    private readonly ref readonly WeightSums _sums = ref sums;
    private readonly ref readonly WeightRun _run = ref run;

    /// <summary>Per sample one chain over its positions from +0, + (+0), added to the sum so far; the first sample of a block begins the sum.</summary>
    [SkipLocalsInit]
    public void Add<T>()
        where T : struct, ILanes<T>
    {
        ref readonly var shape = ref _sums.Shape;
        var taps = stackalloc WeightTap[_run.Taps];
        for (var t = 0; t < _run.Taps; t++)
        {
            taps[t] = new WeightTap(shape, _run.Tap + t);
        }

        var (xSample, dySample) = ((nint)shape.InputPositions * shape.Inputs, (nint)shape.OutputPositions * shape.Outputs);
        var tile = new Tile { ARow = 1, AStep = (nint)shape.Stride * shape.Inputs, BStep = shape.Outputs, CRow = T.Count };
        for (var sample = start; sample < start + count; sample++)
        {
            tile.Merges = isFirst && sample == start ? 0 : 1;
            for (var t = 0; t < _run.Taps; t++)
            {
                taps[t].Chain(_sums.X + sample * xSample + _run.Input, _sums.Dy + sample * dySample + _run.Output, ref tile);
                tile.C = tile.Partial = target + t * _run.Rows * T.Count;
                TileKernels<T>.Run(_run.Rows, tile);
            }
        }
    }
}
