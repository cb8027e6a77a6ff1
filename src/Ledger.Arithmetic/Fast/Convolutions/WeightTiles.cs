using System.Runtime.CompilerServices;

namespace Ledger.Arithmetic.Fast.Convolutions;

/// <summary>Adds some samples to the sums of a run of taps; the first sample of a block begins the sum.</summary>
internal readonly unsafe ref struct WeightTiles(in WeightSums sums, in WeightRun run, in WeightSources sources, float* target, int count, bool isFirst)
{
    private readonly ref readonly WeightSums _sums = ref sums;
    private readonly ref readonly WeightRun _run = ref run;
    private readonly ref readonly WeightSources _sources = ref sources;

    /// <summary>Per sample one chain over its positions from +0, + (+0), added to the sum so far.</summary>
    [SkipLocalsInit]
    public void Add<T>()
        where T : struct, ILanes<T>
    {
        ref readonly var shape = ref _sums.Shape;
        var (xStep, dyStep) = _sources.Steps(_run);
        var taps = stackalloc WeightTap[_run.Taps];
        for (var t = 0; t < _run.Taps; t++)
        {
            taps[t] = new WeightTap(shape, _run.Tap + t, xStep, dyStep);
        }

        var (xSample, dySample) = ((nint)shape.InputPositions * xStep, (nint)shape.OutputPositions * dyStep);
        var tile = new Tile { ARow = 1, AStep = (nint)shape.Stride * xStep, BStep = dyStep, CRow = T.Count };
        if (_sums.IsPacked && _run.Rows == 6)
        {
            AddAtOnce<T>(taps, xSample, dySample, ref tile);
            return;
        }

        for (var sample = 0; sample < count; sample++)
        {
            tile.Merges = isFirst && sample == 0 ? 0 : 1;
            for (var t = 0; t < _run.Taps; t++)
            {
                taps[t].Chain(_sources.X(_run) + sample * xSample, _sources.Dy(_run) + sample * dySample, ref tile);
                tile.C = tile.Partial = target + t * _run.Rows * T.Count;
                TileKernels<T>.Run(_run.Rows, tile);
            }
        }
    }

    // Chains of a few positions are shorter than storing what they add to.
    private void AddAtOnce<T>(WeightTap* taps, nint xSample, nint dySample, ref Tile tile)
        where T : struct, ILanes<T>
    {
        tile.Merges = isFirst ? 0 : 1;
        for (var t = 0; t < _run.Taps; t++)
        {
            taps[t].Chain(_sources.X(_run), _sources.Dy(_run), ref tile);
            tile.Outer = count;
            tile.AOuter = xSample - tile.Inner * (tile.Depth * tile.AStep + tile.AInner);
            tile.BOuter = dySample - tile.Inner * (tile.Depth * tile.BStep + tile.BInner);
            tile.C = target + t * _run.Rows * T.Count;
            TileKernels<T>.SampleSums6(tile);
        }
    }
}
