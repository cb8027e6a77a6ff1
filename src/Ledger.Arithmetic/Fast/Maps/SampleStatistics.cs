using Ledger.Arithmetic.Operations;

namespace Ledger.Arithmetic.Fast.Maps;

/// <summary>Per sample and channel: the sum over positions, and if wanted the mean and the squares around it, while the sample is in the cache.</summary>
internal unsafe struct SampleStatistics
{
    public MapShape Shape;
    public float* X;

    /// <summary>[sample, channel] each; means and squares are null if only sums are wanted.</summary>
    public float* Sums, Means, Squares;

    /// <summary>Threads share the samples.</summary>
    public static void Run<T>(ThreadTeam team, SampleStatistics statistics)
        where T : struct, ILanes<T> =>
        team.Run(&RunPart<T>, &statistics);

    private static void RunPart<T>(void* argument, int part, int parts)
        where T : struct, ILanes<T>
    {
        var statistics = (SampleStatistics*)argument;
        var (shape, samples) = (statistics->Shape, (long)statistics->Shape.Samples);
        for (var sample = (int)(samples * part / parts); sample < samples * (part + 1) / parts; sample++)
        {
            var (map, row) = ((nint)sample * shape.SampleSize, (nint)sample * shape.Channels);
            var c = Sum<TwinLanes<T>>(shape, statistics->X + map, 0, statistics->Sums + row);
            c = Sum<T>(shape, statistics->X + map, c, statistics->Sums + row);
            Sum<ScalarLane>(shape, statistics->X + map, c, statistics->Sums + row);
            if (statistics->Means != null)
            {
                statistics->Spread<T>(map, row);
            }
        }
    }

    private readonly void Spread<T>(nint map, nint row)
        where T : struct, ILanes<T>
    {
        for (var n = 0; n < Shape.Channels; n++)
        {
            Means[row + n] = Sums[row + n] / Shape.Positions;
        }

        var c = Square<TwinLanes<T>>(Shape, X + map, 0, Means + row, Squares + row);
        c = Square<T>(Shape, X + map, c, Means + row, Squares + row);
        Square<ScalarLane>(Shape, X + map, c, Means + row, Squares + row);
    }

    // Plain additions over ascending positions, lanes across channels; returns the first channel that fills no lanes.
    private static int Sum<T>(in MapShape shape, float* map, int channel, float* sums)
        where T : struct, ILanes<T>
    {
        for (; channel + T.Count <= shape.Channels; channel += T.Count)
        {
            var sum = T.Zero;
            var x = map + channel;
            for (var p = shape.Positions; p > 0; p--)
            {
                sum = T.Add(sum, T.Load(x));
                x += shape.Channels;
            }

            T.Store(sum, sums + channel);
        }

        return channel;
    }

    private static int Square<T>(in MapShape shape, float* map, int channel, float* means, float* squares)
        where T : struct, ILanes<T>
    {
        for (; channel + T.Count <= shape.Channels; channel += T.Count)
        {
            var (square, mean) = (T.Zero, T.Load(means + channel));
            var x = map + channel;
            for (var p = shape.Positions; p > 0; p--)
            {
                var d = T.Subtract(T.Load(x), mean);
                square = T.FusedMultiplyAdd(d, d, square);
                x += shape.Channels;
            }

            T.Store(square, squares + channel);
        }

        return channel;
    }
}
