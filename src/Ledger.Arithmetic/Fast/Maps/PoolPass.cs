using Ledger.Arithmetic.Operations;

namespace Ledger.Arithmetic.Fast.Maps;

/// <summary>Pools and their gradients, window by window, lanes across channels, threads sharing the windows.</summary>
internal unsafe struct PoolPass
{
    public PoolShape Shape;
    public PoolKind Kind;

    /// <summary>The map with windows: x, or its gradient; and x where the gradient of a maximum needs it.</summary>
    public float* Map, X;

    /// <summary>The map with one position a window: y, or its gradient.</summary>
    public float* Windows;

    private readonly int RowSize => Shape.WindowColumns * Shape.Map.Channels;

    private readonly nint NextRow => (nint)Shape.Map.Columns * Shape.Map.Channels;

    /// <summary>Does all windows.</summary>
    public static void Run<T>(ThreadTeam team, PoolPass pass)
        where T : struct, ILanes<T> =>
        team.Run(&RunPart<T>, &pass);

    private static void RunPart<T>(void* argument, int part, int parts)
        where T : struct, ILanes<T>
    {
        var pass = (PoolPass*)argument;
        var (shape, channels) = (pass->Shape, pass->Shape.Map.Channels);
        var windows = (long)shape.Map.Samples * shape.OutputRows * shape.OutputColumns;
        for (var window = windows * part / parts; window < windows * (part + 1) / parts; window++)
        {
            var (sample, row, column) = (window / (shape.OutputRows * shape.OutputColumns), window / shape.OutputColumns % shape.OutputRows, window % shape.OutputColumns);
            var first = ((sample * shape.Map.Rows + row * shape.WindowRows) * shape.Map.Columns + column * shape.WindowColumns) * channels;
            var c = pass->Channels<T>(pass->Map + first, pass->X + first, pass->Windows + window * channels, 0);
            pass->Channels<ScalarLane>(pass->Map + first, pass->X + first, pass->Windows + window * channels, c);
        }
    }

    private readonly int Channels<T>(float* map, float* x, float* window, int channel)
        where T : struct, ILanes<T>
    {
        for (; channel + T.Count <= Shape.Map.Channels; channel += T.Count)
        {
            switch (Kind)
            {
                case PoolKind.Maximum: T.Store(First<T>(map + channel).Maximum, window + channel); break;
                case PoolKind.MaximumGradient: Spread(map + channel, First<T>(x + channel).Element, T.Load(window + channel)); break;
                case PoolKind.Sum: T.Store(Sum<T>(map + channel), window + channel); break;
                default: Spread(map + channel, T.Load(window + channel)); break;
            }
        }

        return channel;
    }

    // a − b > 0 says that a > b, because subnormal differences are kept.
    private readonly (T Maximum, T Element) First<T>(float* x)
        where T : struct, ILanes<T>
    {
        var (maximum, first, element) = (T.Load(x), T.Zero, 0f);
        for (var row = Shape.WindowRows; row > 0; row--)
        {
            for (var n = 0; n < RowSize; n += Shape.Map.Channels)
            {
                var v = T.Load(x + n);
                var isMore = T.Subtract(v, maximum);
                maximum = T.WherePositive(isMore, v, maximum);
                first = T.WherePositive(isMore, T.Broadcast(element++), first);
            }

            x += NextRow;
        }

        return (maximum, first);
    }

    private readonly T Sum<T>(float* x)
        where T : struct, ILanes<T>
    {
        var sum = T.Zero;
        for (var row = Shape.WindowRows; row > 0; row--)
        {
            for (var n = 0; n < RowSize; n += Shape.Map.Channels)
            {
                sum = T.Add(sum, T.Load(x + n));
            }

            x += NextRow;
        }

        return sum;
    }

    // To the element of that number; ½ − distance² is positive nowhere else.
    private readonly void Spread<T>(float* dx, T first, T dy)
        where T : struct, ILanes<T>
    {
        var distance = first;
        for (var row = Shape.WindowRows; row > 0; row--)
        {
            for (var n = 0; n < RowSize; n += Shape.Map.Channels)
            {
                T.Store(T.WherePositive(T.FusedMultiplyAdd(distance, T.Subtract(T.Zero, distance), T.Broadcast(0.5f)), dy), dx + n);
                distance = T.Subtract(distance, T.Broadcast(1f));
            }

            dx += NextRow;
        }
    }

    private readonly void Spread<T>(float* dx, T dy)
        where T : struct, ILanes<T>
    {
        for (var row = Shape.WindowRows; row > 0; row--)
        {
            for (var n = 0; n < RowSize; n += Shape.Map.Channels)
            {
                T.Store(dy, dx + n);
            }

            dx += NextRow;
        }
    }
}
